/**
 * What a person does with a base, at random: new clients, people, visits and contracts, edits, removals, undo. Every
 * value that is typed holds a word of its own, so that at the end it can be asked of each what became of it.
 */
import { randomUUID } from 'node:crypto';
import type { ContractRouterClient } from '@orpc/contract';
import type { Chance } from '#db/demo/chance.ts';
import type { Contract } from '#shared/contract/index.ts';

export type Client = ContractRouterClient<Contract>;

/** What the base has acknowledged: the action that typed the word, if one did. */
export interface Done {
  action: string | null;
}

/** Told before an action is taken back: whoever is killed right after has no time to say so. */
export type TakingBack = (action: string) => void;

interface Edit {
  (client: Client, chance: Chance, word: string, takingBack: TakingBack): Promise<Done>;
}

const NOTHING: Done = { action: null };

const SOMETHING = { filter: {}, limit: 200 } as const;

async function anyClient(client: Client, chance: Chance): Promise<string | null> {
  const { rows } = await client.clients.list(SOMETHING);
  return rows.length === 0 ? null : chance.of(rows).id;
}

async function anyContact(client: Client, chance: Chance): Promise<string | null> {
  const { rows } = await client.contacts.list(SOMETHING);
  return rows.length === 0 ? null : chance.of(rows).id;
}

const newClient: Edit = async (client, _chance, word) => {
  return client.clients.create({ id: randomUUID(), values: { name: `Firma ${word}`, status: 'active' } });
};

const editClient: Edit = async (client, chance, word, takingBack) => {
  const id = await anyClient(client, chance);
  if (!id) return newClient(client, chance, word, takingBack);
  const values = chance.of([
    { segment: word },
    { notes: `Poznámka ${word} k tomuto klientovi` },
    { termsBrief: `Podmienky ${word}` },
    { name: `Firma ${word}` },
    { territory: word, source: word },
    { phones: [{ value: word, kind: 'work' as const }] },
    { street: word, town: 'Žilina' },
  ]);
  return client.clients.edit({ id, values });
};

const logVisit: Edit = async (client, chance, word, takingBack) => {
  const at = await anyClient(client, chance);
  if (!at) return newClient(client, chance, word, takingBack);
  const values = { client: at, kind: 'visit' as const, happenedAt: Date.now(), zone: 'Europe/Bratislava' };
  return client.meetings.log({ id: randomUUID(), values: { ...values, summary: word } });
};

const newContact: Edit = async (client, chance, word) => {
  const at = await anyClient(client, chance);
  const id = randomUUID();
  const position = at ? { id: randomUUID(), values: { client: at, contact: id, jobTitle: word } } : undefined;
  return client.contacts.create({ id, values: { lastName: `Osoba ${word}` }, ...(position && { position }) });
};

const editContact: Edit = async (client, chance, word, takingBack) => {
  const id = await anyContact(client, chance);
  if (!id) return newContact(client, chance, word, takingBack);
  const values = chance.of([
    { lastName: `Osoba ${word}` },
    { notes: word },
    { emails: [{ value: `${word}@test.sk`, kind: 'work' as const }] },
  ]);
  return client.contacts.edit({ id, values });
};

const addContract: Edit = async (client, chance, word, takingBack) => {
  const at = await anyClient(client, chance);
  if (!at) return newClient(client, chance, word, takingBack);
  return client.contracts.create({ id: randomUUID(), values: { client: at, title: word, status: 'draft' } });
};

const remove: Edit = async (client, chance) => {
  const id = await (chance.happens(0.5) ? anyClient : anyContact)(client, chance);
  if (!id) return NOTHING;
  await client.clients.remove({ id }).catch(() => client.contacts.remove({ id }));
  return NOTHING;
};

const undo: Edit = async (client, _chance, _word, takingBack) => {
  const [last] = await client.undo.recent({ limit: 1 });
  if (!last || last.undone) return NOTHING;
  takingBack(last.action);
  await client.undo.apply({ action: last.action });
  return NOTHING;
};

const settle: Edit = async (client, chance) => {
  const { rows } = await client.conflicts.list({});
  if (rows.length === 0) return NOTHING;
  await client.conflicts.resolve({
    ids: [chance.of(rows).id],
    choice: chance.happens(0.5) ? 'kept' : 'restored',
  });
  return NOTHING;
};

const LIKELY: readonly (readonly [Edit, number])[] = [
  [editClient, 8],
  [logVisit, 4],
  [newContact, 3],
  [editContact, 3],
  [newClient, 2],
  [addContract, 2],
  [remove, 1],
  [undo, 1],
  [settle, 1],
];
const EDITS = LIKELY.flatMap(([edit, times]) => Array.from({ length: times }, () => edit));

/** What a colleague did meanwhile may be in the way of an edit; then it was not made, and nothing is expected of it. */
export async function editAtRandom(
  client: Client,
  chance: Chance,
  word: string,
  takingBack: TakingBack,
): Promise<Done> {
  try {
    return await chance.of(EDITS)(client, chance, word, takingBack);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'NOT_FOUND' || code === 'REFUSED') return NOTHING;
    throw error;
  }
}
