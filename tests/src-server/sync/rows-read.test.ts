/**
 * What is asked about one record reads a few rows, not all of the firm's: under row security PostgreSQL uses no index on
 * anything that takes JSON apart, and a table that is read once per record makes a first copy that never ends.
 */
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#server/data/database.ts';
import { inWorkspace, type Tx } from '#server/data/transaction.ts';
import { snapshot } from '#server/sync/snapshot.ts';
import { rebuildSight } from '#server/sync/sight.ts';
import { PROTOCOL } from '#shared/sync/wire.ts';
import { addPerson, type Firm, type HandDevice, makeFirm } from '../../helpers/firm.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const PLACES = 300;
const RECORDS = 2 * PLACES;
const db = await openTestDatabase();
afterAll(() => db.close());

let firm: Firm;
let eva: HandDevice;
beforeAll(async () => {
  firm = await makeFirm(db);
  eva = await addPerson(firm);
  const { member: owner } = eva.caller;
  const client = eva.create('client', { name: 'Kováč', status: 'active', owner });
  await eva.push([client]);
  for (let done = 0; done < PLACES; done += 50)
    await eva.push(
      ...Array.from({ length: 50 }, () => {
        const person = eva.create('contact', { lastName: 'Nová' });
        return [person, eva.create('position', { client: client.id, contact: person.id })];
      }),
    );
  await eva.hello();
});

async function rowsRead(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ read: string }>(
    `SELECT seq_tup_read + idx_tup_fetch AS read FROM pg_stat_xact_user_tables WHERE relid = 'sync.record'::regclass`,
  );
  return Number(rows[0]?.read);
}

/** The database with a count of the rows of records that each transaction has read. */
function counting(read: number[]): Database {
  const connect = async () => {
    const client = await db.pool.connect();
    let before = 0;
    return new Proxy(client, {
      get(target, name: keyof PoolClient) {
        if (name === 'query')
          return async (text: string, values?: unknown[]) => {
            if (text === 'COMMIT') read.push((await rowsRead(target)) - before);
            const answer = await target.query(text, values);
            if (text.startsWith('BEGIN')) before = await rowsRead(target);
            return answer;
          };
        const value: unknown = target[name];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  return { ...db, pool: { connect } } as unknown as Database;
}

test('the keys of persons', async () => {
  const read = await inWorkspace(db, firm, async (tx) => {
    const before = await rowsRead(tx);
    await rebuildSight(tx, firm.workspace, 'workspace');
    return (await rowsRead(tx)) - before;
  });
  expect(read).toBeLessThan(10 * RECORDS);
});

describe('a page of a copy', () => {
  test.each(['members', 'mine', 'people', 'recent', 'rest'] as const)('%s', async (slice) => {
    const read: number[] = [];
    const { epoch, access } = eva;
    const input = { protocol: PROTOCOL, epoch, access, slice, after: null };
    await snapshot(counting(read), eva.caller, input);
    expect(read[0]).toBeLessThan(20 * RECORDS);
  });
});
