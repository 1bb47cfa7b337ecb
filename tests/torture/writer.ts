/**
 * The process that gets killed: opens the base and writes through the contract without a pause. A line goes out only
 * after the call has returned, so whatever stands in the parent's hands was acknowledged.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import process from 'node:process';
import { openEngineAlone } from '../helpers/engine-alone.ts';

/** One acknowledged write: which record has which value from now on. */
export type Acknowledged =
  | { did: 'client' | 'segment' | 'contact'; id: string; value: string }
  | { did: 'removed'; id: string }
  | { did: 'draft'; key: string; value: string }
  | { did: 'visit'; client: string; interaction: string; objection: string; value: string }
  | { did: 'opened' | 'importing' | 'publishing' | 'imported' };

const [folder = '', key = '', roundText = '0', list = ''] = process.argv.slice(2);
const round = Number(roundText);

// Everything is loaded by now; the parent says when the next round begins.
await once(process.stdin, 'data');
const { engine, client } = openEngineAlone(folder, Buffer.from(key, 'hex'));

// Straight to the pipe: a buffered line could be lost although its write was not.
const acknowledge = (what: Acknowledged) => writeSync(1, `${JSON.stringify(what)}\n`);

acknowledge({ did: 'opened' });
await Promise.all([write(), list === '' ? null : importList(list)]);

async function importList(path: string): Promise<void> {
  const { writer } = engine.base;
  const exec = writer.exec.bind(writer);
  // Publishing holds the thread from its first statement to its commit, so only from here can its beginning be told.
  writer.exec = (sql) => {
    if (sql.startsWith('ATTACH')) acknowledge({ did: 'publishing' });
    return exec(sql);
  };
  acknowledge({ did: 'importing' });
  const events = await client.exchange.run({ run: randomUUID(), source: { path } });
  for await (const event of events) {
    if (event.type !== 'result') continue;
    if (!event.result.action) throw new Error('the import wrote nothing');
    acknowledge({ did: 'imported' });
  }
}

async function write(): Promise<void> {
  for (let no = 0; ; no += 1) {
    const id = randomUUID();
    const name = `Klient ${round}-${no}`;
    await client.clients.create({ id, values: { name, status: 'active', segment: 'prvý' } });
    acknowledge({ did: 'client', id, value: name });

    await client.drafts.save({
      key: `client:${round}`,
      entity: 'client',
      record: id,
      client: id,
      values: { notes: name },
    });
    acknowledge({ did: 'draft', key: `client:${round}`, value: name });

    const contact = randomUUID();
    const position = { id: randomUUID(), values: { client: id, contact } };
    await client.contacts.create({ id: contact, values: { lastName: `Osoba ${round}-${no}` }, position });
    acknowledge({ did: 'contact', id: contact, value: `Osoba ${round}-${no}` });

    await client.clients.edit({ id, values: { segment: `druhý ${no}` } });
    acknowledge({ did: 'segment', id, value: `druhý ${no}` });

    const visit = { interaction: randomUUID(), objection: randomUUID() };
    await client.meetings.log({
      id: visit.interaction,
      values: {
        client: id,
        kind: 'visit',
        happenedAt: Date.now(),
        zone: 'Europe/Bratislava',
        people: [contact],
        summary: `Návšteva ${round}-${no}`,
      },
      objections: [{ id: visit.objection, text: `Drahé ${round}-${no}` }],
    });
    acknowledge({ did: 'visit', client: id, ...visit, value: `Návšteva ${round}-${no}` });

    if (no % 5 === 4) {
      const gone = randomUUID();
      await client.clients.create({ id: gone, values: { name: `Zmazaný ${round}-${no}`, status: 'former' } });
      await client.clients.remove({ id: gone });
      acknowledge({ did: 'removed', id: gone });
    }
    // The import of this very process must get its turn too.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
