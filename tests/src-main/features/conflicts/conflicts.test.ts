import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyRecords } from '#main/data/remote/apply-records.ts';
import { writeRemote } from '#main/data/write.ts';
import { client } from '#shared/entities/clients.ts';
import { conflict } from '#shared/entities/conflicts.ts';
import { member } from '#shared/entities/settings.ts';
import type { WireRecord } from '#shared/sync/wire.ts';
import { COLLEAGUE, serverRecord } from '../../../helpers/server-record.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

let engine: TestEngine;
let firm: WireRecord;
beforeEach(() => {
  engine = openTestEngine();
  firm = serverRecord(client, 5, { name: 'Píla Jan', status: 'active' });
  apply(firm, serverRecord(member, 5, { name: 'Jan' }, { id: COLLEAGUE }));
});
afterEach(() => engine.close());

const apply = (...records: WireRecord[]) => writeRemote(engine.base, (tx) => applyRecords(tx, records));
const firmRow = () => engine.base.reader.prepare('SELECT name, deleted_at FROM client').get();

function meets(values: Record<string, unknown>, at = 2_000): string {
  const record = serverRecord(conflict, 6, {
    about: firm.id,
    kind: 'value',
    entity: 'client',
    record: firm.id,
    unit: 'name',
    before: { name: 'Píla' },
    kept: { name: 'Píla Jan' },
    keptChange: firm.id,
    keptBy: COLLEAGUE,
    keptAt: at,
    lost: { name: 'Píla Eva' },
    lostChange: firm.id,
    lostBy: engine.base.member(),
    lostAt: at,
    ...values,
  });
  apply(record);
  return record.id;
}

test('a conflict is shown with both sides, their authors and what stands there now', async () => {
  const id = meets({});
  const { rows, total } = await engine.client.conflicts.list({});
  expect(total).toBe(1);
  expect(rows).toMatchObject([
    {
      id,
      title: 'Píla Jan',
      client: { id: firm.id, name: 'Píla Jan' },
      before: { name: 'Píla' },
      kept: { value: { name: 'Píla Jan' }, byName: 'Jan', mine: false },
      lost: { value: { name: 'Píla Eva' }, byName: 'Jana Testová', mine: true },
      now: { name: 'Píla Jan' },
      choice: null,
    },
  ]);
  expect((await engine.client.conflicts.list({ record: engine.base.newId() })).total).toBe(0);
  expect((await engine.client.sync.state({})).openConflicts).toBe(1);
});

test('one tap settles a group: the lost values are put back, one undo takes it all back', async () => {
  const ids = [
    meets({}),
    meets({ unit: 'tier', before: null, kept: { tier: 'a' }, lost: { tier: 'b' } }, 3_000),
  ];
  const { action } = await engine.client.conflicts.resolve({ ids, choice: 'restored' });
  expect(firmRow()).toMatchObject({ name: 'Píla Eva' });
  expect((await engine.client.conflicts.list({})).rows).toEqual([]);
  expect((await engine.client.conflicts.list({ resolved: true })).rows).toMatchObject([
    { choice: 'restored', resolvedByName: 'Jana Testová' },
    { choice: 'restored' },
  ]);
  await engine.client.undo.apply({ action: action ?? '' });
  expect(firmRow()).toMatchObject({ name: 'Píla Jan' });
  expect((await engine.client.conflicts.list({})).total).toBe(2);
});

test('left as it stands it is settled too, and only once', async () => {
  const ids = [meets({})];
  await engine.client.conflicts.resolve({ ids, choice: 'kept' });
  expect(firmRow()).toMatchObject({ name: 'Píla Jan' });
  expect(await engine.client.conflicts.resolve({ ids, choice: 'restored' })).toEqual({ action: null });
});

test('a deletion that lost can be done after all; a value that lost to one brings the record back', async () => {
  const deletion = meets({ kind: 'deleted', unit: '$deleted', before: null, lost: null });
  await engine.client.conflicts.resolve({ ids: [deletion], choice: 'restored' });
  expect(firmRow()).toMatchObject({ deleted_at: expect.any(Number) });
  expect((await engine.client.conflicts.list({ resolved: true })).rows).toMatchObject([{ now: null }]);
  const value = meets({ kind: 'deleted', kept: null, lost: { name: 'Píla Eva' } });
  await engine.client.conflicts.resolve({ ids: [value], choice: 'restored' });
  expect(firmRow()).toMatchObject({ deleted_at: null, name: 'Píla Eva' });
});

test('of the workspace it names no client; an unknown one is refused', async () => {
  meets({ about: null, entity: 'member', record: COLLEAGUE });
  expect((await engine.client.conflicts.list({})).rows).toMatchObject([{ client: null, title: 'Jan' }]);
  await expect(
    engine.client.conflicts.resolve({ ids: [engine.base.newId()], choice: 'kept' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
