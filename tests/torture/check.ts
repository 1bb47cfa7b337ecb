/** Opens a base whose engine was killed and compares it with what had been acknowledged. */
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import { IMPORT_ROWS, importWord } from './import-list.ts';
import type { Acknowledged } from './writer.ts';
import { openEngineAlone } from '../helpers/engine-alone.ts';

type Client = ContractRouterClient<Contract>;

export async function checkRound(
  folder: string,
  key: Buffer,
  round: number,
  heard: readonly Acknowledged[],
): Promise<{ problems: string[]; imported: boolean }> {
  const { engine, client } = openEngineAlone(folder, key);
  try {
    const problems: string[] = [];
    if (heard.length > 0 && !engine.base.uncleanExit) problems.push('the unclean exit was not noticed');
    for (const missing of await findMissing(client, heard)) problems.push(missing);
    const imported = await checkImport(client, round, heard, problems);
    const proof = await client.verify.run({});
    if (!proof.clean) problems.push(`verify: ${JSON.stringify(proof.problems)}`);
    return { problems, imported };
  } finally {
    engine.close();
  }
}

async function findMissing(client: Client, heard: readonly Acknowledged[]): Promise<string[]> {
  const missing: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) missing.push(`${what} is not there`);
  };
  const drafts = new Map<string, string>();
  for (const one of heard) {
    if (one.did === 'client' || one.did === 'segment') {
      const { client: found } = await client.clients.desk({ id: one.id });
      expect((one.did === 'client' ? found.name : found.segment) === one.value, `${one.did} ${one.value}`);
    } else if (one.did === 'contact') {
      const { contact, positions } = await client.contacts.get({ id: one.id });
      expect(contact.lastName === one.value && positions.length === 1, `contact ${one.value}`);
    } else if (one.did === 'visit') {
      const { interaction, objections } = await client.meetings.get({ id: one.interaction });
      expect(interaction.summary === one.value && objections[0]?.id === one.objection, `visit ${one.value}`);
    } else if (one.did === 'removed') {
      const code = await client.clients.desk({ id: one.id }).then(
        () => 'found',
        (error: { code?: string }) => error.code,
      );
      expect(code === 'NOT_FOUND', `removal of ${one.id}`);
    } else if (one.did === 'draft') drafts.set(one.key, one.value);
  }
  for (const [key, value] of drafts) {
    const draft = await client.drafts.get({ key });
    // A later draft may have been saved and killed before it was acknowledged.
    const [round, no] = value.replace('Klient ', '').split('-').map(Number);
    const [, stored = -1] = String(draft?.values['notes']).replace('Klient ', '').split('-').map(Number);
    expect(stored === no || stored === (no ?? 0) + 1, `draft ${round}-${no}`);
  }
  return missing;
}

/** True when the import is there. */
async function checkImport(
  client: Client,
  round: number,
  heard: readonly Acknowledged[],
  problems: string[],
): Promise<boolean> {
  const text = importWord(round);
  const people = (await client.contacts.list({ filter: { text: `nacitany ${text}` }, limit: 1 })).total;
  const firms = (await client.clients.list({ filter: { text: `${text} firma` }, limit: 1 })).total;
  const isWhole = people === IMPORT_ROWS && firms === 10;
  if (!isWhole && people + firms > 0)
    problems.push(`import is there in part: ${people} people, ${firms} firms`);
  if (!isWhole && heard.some(({ did }) => did === 'imported'))
    problems.push('an acknowledged import is not there');
  return isWhole;
}
