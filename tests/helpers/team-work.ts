/** What people write on their laptops, for tests of the exchange. */
import { write } from '#main/data/write.ts';
import { client, contact, position } from '#shared/entities/clients.ts';
import type { NewValues } from '#shared/entities/define.ts';
import type { TestEngine } from './test-engine.ts';

export const LABEL = { key: 'clientEdited', params: {} };

export function newClient(
  { base }: TestEngine,
  name: string,
  values: Partial<NewValues<typeof client>> = {},
): string {
  const id = base.newId();
  write(base, LABEL, (tx) => tx.create(client, id, { name, status: 'active', owner: tx.member, ...values }));
  return id;
}

/** Somebody with a place at the client. */
export function newPerson({ base }: TestEngine, at: string): string {
  const id = base.newId();
  write(base, LABEL, (tx) => {
    tx.create(contact, id, { lastName: 'Kováč' });
    tx.create(position, tx.newId(), { client: at, contact: id });
  });
  return id;
}

let written = 0;

/**
 * Whoever calls it later writes later, by the time of the server as each device has measured it: those differ by
 * milliseconds, stamps count whole ones, and within one the device decides.
 */
export function editClient(
  { base }: TestEngine,
  id: string,
  values: Partial<NewValues<typeof client>>,
): void {
  const now = () => Date.now() + base.clock.offset;
  while (now() <= written);
  write(base, LABEL, (tx) => tx.edit(client, id, values));
  written = now();
}

/** The stored row, by its columns. */
export function clientOf({ base }: TestEngine, id: string): Record<string, unknown> | undefined {
  return base.reader.prepare<[string], Record<string, unknown>>('SELECT * FROM client WHERE id = ?').get(id);
}

/** Everything of a table, also what is deleted, by id. */
export function idsOf({ base }: TestEngine, table: string): string[] {
  return base.reader.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as string[];
}
