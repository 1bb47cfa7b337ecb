import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyRecords } from '#main/data/remote/apply-records.ts';
import { applyPushAnswer } from '#main/data/remote/push-answer.ts';
import { verifyBase } from '#main/data/verify.ts';
import { write, writeRemote } from '#main/data/write.ts';
import type { DataChanged } from '#shared/contract/records.ts';
import { client, contact, position } from '#shared/entities/clients.ts';
import { conflict } from '#shared/entities/conflicts.ts';
import { UNSET } from '#shared/sync/change.ts';
import type { ChangeResult, WireRecord } from '#shared/sync/wire.ts';
import { changedRecord, COLLEAGUE, serverRecord } from '../../../helpers/server-record.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

const LABEL = { key: 'clientEdited', params: {} };
let engine: TestEngine;
beforeEach(() => {
  engine = openTestEngine();
});
afterEach(() => {
  expect(verifyBase(engine.base).problems).toEqual([]);
  engine.close();
});

const apply = (...records: WireRecord[]) => writeRemote(engine.base, (tx) => applyRecords(tx, records));
const edit = (id: string, values: Parameters<typeof client.edit.parse>[0] & object) =>
  write(engine.base, LABEL, (tx) => tx.edit(client, id, values));
const row = (id: string) => engine.base.reader.prepare('SELECT * FROM client WHERE id = ?').get(id);
const rows = (sql: string) => engine.base.reader.prepare(sql).all();
const lastChange = () =>
  engine.base.reader
    .prepare<[], { id: string; units: string; base: string; seen: number }>(
      'SELECT * FROM change ORDER BY ord DESC LIMIT 1',
    )
    .get();
/** Everything unsent gets a number, as when it is sent. */
const sendAll = () => engine.base.writer.exec('UPDATE change SET n = ord WHERE n IS NULL');
const results = (status: ChangeResult['status'], seq: number | null, ...ids: string[]): ChangeResult[] =>
  ids.map((id) => ({ id, status, seq, reason: status === 'rejected' ? 'notAllowed' : null }));
const answer = (said: ChangeResult[], ...records: WireRecord[]) =>
  writeRemote(engine.base, (tx) => applyPushAnswer(tx, said, records));

describe('records that are new here', () => {
  test('are there, found, derived and confirmed', async () => {
    const firm = serverRecord(client, 5, { name: 'Píla Tatry, s. r. o.', status: 'active', town: 'Martin' });
    const person = serverRecord(contact, 5, {
      lastName: 'Kováč',
      phones: [{ value: '+421900111222', kind: 'work' }],
    });
    const place = serverRecord(position, 5, { client: firm.id, contact: person.id, jobTitle: 'riaditeľ' });
    apply(place, person, firm);
    expect(row(firm.id)).toMatchObject({
      name: 'Píla Tatry, s. r. o.',
      match_key: 'pila tatry',
      created_by: COLLEAGUE,
    });
    const { groups } = await engine.client.search.find({ text: 'kovac' });
    expect(groups[0]?.hits[0]).toMatchObject({ id: person.id, client: firm.id });
    expect(rows('SELECT count(*) AS n FROM change WHERE seq IS NULL')).toEqual([{ n: 1 }]);
  });

  test('deleted ones are stored and not found', async () => {
    const firm = serverRecord(client, 5, { name: 'Zaniknutá', status: 'former' }, { deletedAt: 2_000 });
    apply(firm);
    expect(row(firm.id)).toMatchObject({ deleted_at: 2_000 });
    expect((await engine.client.search.find({ text: 'zanik' })).groups).toEqual([]);
  });

  test('a conflict of the workspace has no root', () => {
    const about = serverRecord(conflict, 5, {
      about: null,
      kind: 'value',
      entity: 'member',
      record: COLLEAGUE,
      unit: 'name',
      keptChange: COLLEAGUE,
      keptBy: COLLEAGUE,
      keptAt: 1,
      lostChange: COLLEAGUE,
      lostBy: COLLEAGUE,
      lostAt: 1,
    });
    apply(about);
    write(engine.base, LABEL, (tx) => tx.edit(conflict, about.id, { choice: 'kept', resolvedAt: 2 }));
    expect(rows(`SELECT root FROM change WHERE kind = 'set'`)).toEqual([{ root: null }]);
  });

  test('tell what changed, by topics alone above 500', () => {
    const seen: DataChanged[] = [];
    engine.base.events.listen((event) => seen.push(event));
    const firm = serverRecord(client, 5, { name: 'Jedna', status: 'active' });
    apply(firm);
    const firms = Array.from({ length: 501 }, (_, no) =>
      serverRecord(client, 6, { name: `Firma ${no}`, status: 'active' }),
    );
    apply(...firms);
    expect(seen).toEqual([
      { topics: ['client', 'status', 'sync'], ids: [firm.id] },
      { topics: ['client', 'status', 'sync'], ids: null },
    ]);
  });
});

describe('a record that is here', () => {
  test('takes what is newer; history keeps what stood there, by whom it was overwritten', () => {
    const firm = serverRecord(client, 5, { name: 'Píla', status: 'active', tier: 'a' });
    apply(firm);
    const next = changedRecord(client, firm, 7, { tier: 'b', name: 'Píla Nová' });
    apply(next);
    apply(firm);
    expect(row(firm.id)).toMatchObject({
      tier: 'b',
      name: 'Píla Nová',
      sort_name: expect.stringContaining(''),
    });
    expect(rows('SELECT unit, before, value, actor, action FROM history ORDER BY unit')).toEqual([
      { unit: 'name', before: '{"name":"Píla"}', value: '{"name":"Píla Nová"}', actor: COLLEAGUE, action: 0 },
      { unit: 'tier', before: '{"tier":"a"}', value: '{"tier":"b"}', actor: COLLEAGUE, action: 0 },
    ]);
  });

  test('edited here: the edit stays on the screen, what is pulled waits behind it', () => {
    const firm = serverRecord(client, 5, { name: 'Píla', status: 'active', tier: 'a' });
    apply(firm);
    edit(firm.id, { tier: 'c' });
    expect(JSON.parse(lastChange()?.base ?? '')).toEqual({ tier: firm.id });
    apply(changedRecord(client, firm, 7, { tier: 'b', town: 'Martin' }));
    expect(row(firm.id)).toMatchObject({ tier: 'c', town: 'Martin' });
    expect(rows('SELECT unit, value FROM shadow')).toEqual([{ unit: 'tier', value: '{"tier":"b"}' }]);
  });

  test('an edit after a pull is based on what was pulled; folded, on what was seen first', () => {
    const firm = serverRecord(client, 5, { name: 'Píla', status: 'active' });
    const next = changedRecord(client, firm, 7, { tier: 'b' });
    apply(firm, next);
    apply(next);
    edit(firm.id, { tier: 'c' });
    const pulled = next.units['tier']?.change;
    expect(JSON.parse(lastChange()?.base ?? '')).toEqual({ tier: pulled });
    apply(changedRecord(client, next, 8, { tier: 'key' }));
    edit(firm.id, { tier: 'a' });
    expect(JSON.parse(lastChange()?.base ?? '')).toEqual({ tier: pulled });
  });

  test('deleted elsewhere disappears; deleted and restored, an edit says that the deletion was seen', () => {
    const firm = serverRecord(client, 5, { name: 'Píla', status: 'active' });
    apply(firm);
    const deletion = { change: COLLEAGUE, hlc: 'f'.repeat(32), actor: COLLEAGUE };
    const gone = { ...firm, seq: 6, deletedAt: 9_000, units: { ...firm.units, $deleted: deletion } };
    apply(gone);
    expect(row(firm.id)).toMatchObject({ deleted_at: 9_000 });
    apply({ ...gone, seq: 7, deletedAt: null });
    edit(firm.id, { tier: 'a' });
    expect(JSON.parse(lastChange()?.base ?? '')).toEqual({ tier: UNSET, $deleted: COLLEAGUE });
  });

  test('deleted here carries up to where everything was seen', () => {
    const firm = serverRecord(client, 5, { name: 'Píla', status: 'active' });
    apply(firm);
    engine.base.writer.exec(`INSERT INTO sync_state (key, value) VALUES ('cursor', '42')`);
    write(engine.base, LABEL, (tx) => tx.remove(client, firm.id));
    expect(lastChange()).toMatchObject({ kind: 'delete', seen: 42 });
    apply(changedRecord(client, firm, 50, { tier: 'a' }));
    expect(row(firm.id)).toMatchObject({ deleted_at: expect.any(Number), tier: 'a' });
  });
});

describe('the answer to a push', () => {
  function pushed() {
    const firm = serverRecord(client, 5, { name: 'Píla', status: 'active', tier: 'a' });
    apply(firm);
    edit(firm.id, { tier: 'c' });
    sendAll();
    return { firm, change: lastChange()?.id ?? '' };
  }

  test('that merged: what the server made of it stands there', () => {
    const { firm, change } = pushed();
    answer(results('superseded', 9, change), changedRecord(client, firm, 9, { tier: 'b' }));
    expect(row(firm.id)).toMatchObject({ tier: 'b' });
    expect(rows('SELECT * FROM shadow')).toEqual([]);
  });

  test('that acknowledged the first edit: the second one is still on the screen', () => {
    const { firm, change } = pushed();
    edit(firm.id, { tier: 'key' });
    answer(results('applied', 9, change), changedRecord(client, firm, 9, { tier: 'c' }, change));
    expect(row(firm.id)).toMatchObject({ tier: 'key' });
    expect(rows('SELECT value, change FROM shadow')).toEqual([{ value: '{"tier":"c"}', change }]);
  });

  test('that refused: the change is kept with its reason, the confirmed value is back', () => {
    const { firm, change } = pushed();
    answer(results('rejected', null, change));
    expect(row(firm.id)).toMatchObject({ tier: 'a' });
    expect(rows('SELECT change, units, reason FROM rejected')).toEqual([
      { change, units: '{"tier":{"tier":"c"}}', reason: 'notAllowed' },
    ]);
    expect(rows("SELECT id FROM change WHERE kind = 'set'")).toEqual([]);
  });

  test('that refused a create: the record is kept among the refused, with what was written on it since', () => {
    const id = engine.base.newId();
    write(engine.base, LABEL, (tx) => tx.create(client, id, { name: 'Píla', status: 'active' }));
    sendAll();
    edit(id, { town: 'Martin' });
    answer(results('rejected', null, id));
    expect(row(id)).toBeUndefined();
    expect(rows('SELECT kind, units FROM rejected ORDER BY written_at')).toEqual([
      { kind: 'create', units: '{"name":{"name":"Píla"},"status":{"status":"active"}}' },
      { kind: 'set', units: expect.stringContaining('Martin') },
    ]);
  });

  test('that knew it already and did not send the record: the next state brings it', () => {
    const { firm, change } = pushed();
    answer(results('duplicate', 9, change));
    expect(row(firm.id)).toMatchObject({ tier: 'c' });
    apply(changedRecord(client, firm, 9, { tier: 'b' }));
    expect(row(firm.id)).toMatchObject({ tier: 'b' });
    expect(rows('SELECT * FROM shadow')).toEqual([]);
  });

  test('that comes after the pull which brought the change', () => {
    const { firm, change } = pushed();
    apply(changedRecord(client, firm, 9, { tier: 'c' }, change));
    answer(results('duplicate', 9, change));
    expect(row(firm.id)).toMatchObject({ tier: 'c' });
    expect(rows('SELECT * FROM shadow')).toEqual([]);
  });
});

describe('what this version does not know', () => {
  test('an entity, a field and a value that has another shape are kept as they came; the rest is shown', () => {
    const strange = { ...serverRecord(client, 5, {}), entity: 'campaign' };
    const firm = serverRecord(client, 5, { name: 'Píla', status: 'vip', phones: 'none', mood: 'sunny' });
    const nameless = serverRecord(client, 5, { status: 'active' });
    apply(strange, firm, nameless);
    expect(row(firm.id)).toMatchObject({ name: 'Píla', status: 'vip', phones: null });
    expect(row(nameless.id)).toBeUndefined();
    expect(rows('SELECT record FROM parked_remote ORDER BY record')).toEqual(
      [strange.id, firm.id, nameless.id].toSorted().map((record) => ({ record })),
    );
    apply(changedRecord(client, { ...firm, data: { name: 'Píla', status: 'active' } }, 6, {}));
    expect(rows(`SELECT count(*) AS n FROM parked_remote WHERE record = '${firm.id}'`)).toEqual([{ n: 0 }]);
  });
});
