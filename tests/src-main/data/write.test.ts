import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { write } from '#main/data/write.ts';
import { client, contact } from '#shared/entities/clients.ts';
import { interaction } from '#shared/entities/meetings.ts';
import { UNSET } from '#shared/sync/change.ts';
import type { DataChanged } from '#shared/contract/records.ts';
import { openTestEngine, type TestEngine } from '../../helpers/test-engine.ts';

const LABEL = { key: 'clientEdited', params: {} };
let engine: TestEngine;

interface ChangeRow {
  id: string;
  record: string;
  root: string | null;
  kind: string;
  units: string | null;
  base: string | null;
  txn: string;
  hlc: Buffer;
}

const changesOf = (record: string): ChangeRow[] =>
  engine.base.reader
    .prepare<[string], ChangeRow>('SELECT * FROM change WHERE record = ? ORDER BY ord')
    .all(record);

function newClient(name: string): string {
  const id = engine.base.newId();
  write(engine.base, LABEL, (tx) => tx.create(client, id, { name, status: 'active' }));
  return id;
}

/** As a server would: everything written so far was sent. */
const sendAll = () => engine.base.writer.exec('UPDATE change SET n = ord WHERE n IS NULL');
const edit = (id: string, values: Parameters<typeof client.edit.parse>[0] & object) =>
  write(engine.base, LABEL, (tx) => tx.edit(client, id, values));

beforeEach(() => {
  engine = openTestEngine();
});
afterEach(() => engine.close());

describe('a new record', () => {
  test('is its own payload: one change without values, whose id is the record', () => {
    const id = newClient('Píla Tatry, s. r. o.');
    expect(changesOf(id)).toMatchObject([
      { id, record: id, root: id, kind: 'create', units: null, base: null },
    ]);
    expect(changesOf(id)[0]?.hlc).toHaveLength(16);
  });

  test('may be repeated with the same id: nothing is written twice', () => {
    const id = newClient('Píla');
    const again = write(engine.base, LABEL, (tx) => tx.create(client, id, { name: 'Iná', status: 'active' }));
    expect(again.action).toBeNull();
    expect(engine.base.reader.prepare('SELECT name FROM client').all()).toEqual([{ name: 'Píla' }]);
    expect(changesOf(id)).toHaveLength(1);
  });

  test('takes edits into itself until it is sent', () => {
    const id = newClient('Píla');
    edit(id, { town: 'Martin' });
    expect(changesOf(id).map(({ kind }) => kind)).toEqual(['create']);
  });

  test('of bad values is refused, and nothing is half-written', () => {
    const before = engine.base.reader.prepare('SELECT count(*) AS n FROM change').get();
    expect(() =>
      write(engine.base, LABEL, (tx) => {
        tx.create(client, engine.base.newId(), { name: 'Prvá', status: 'active' });
        tx.create(client, engine.base.newId(), { name: '   ', status: 'active' });
      }),
    ).toThrowError(
      expect.objectContaining({
        code: 'INVALID',
        data: { problems: [{ field: 'name', problem: 'required' }] },
      }),
    );
    expect(engine.base.reader.prepare('SELECT count(*) AS n FROM client').get()).toEqual({ n: 0 });
    expect(engine.base.reader.prepare('SELECT count(*) AS n FROM change').get()).toEqual(before);
  });
});

describe('an edit of a sent record', () => {
  test('names the value that was seen, and folds: first base, last value', () => {
    const id = newClient('Píla');
    sendAll();
    edit(id, { town: 'Martin' });
    edit(id, { town: 'Žilina', tier: 'a' });
    const [, change, ...more] = changesOf(id);
    expect(more).toEqual([]);
    expect(change?.kind).toBe('set');
    expect(JSON.parse(change?.units ?? '')).toMatchObject({
      address: { town: 'Žilina' },
      tier: { tier: 'a' },
    });
    expect(JSON.parse(change?.base ?? '')).toEqual({ address: UNSET, tier: UNSET });
    edit(id, { name: 'Píla Martin' });
    expect(JSON.parse(changesOf(id)[1]?.base ?? '')).toEqual({ address: UNSET, tier: UNSET, name: id });
  });

  test('does not fold into a change that was sent: its base is that change', () => {
    const id = newClient('Píla');
    sendAll();
    edit(id, { tier: 'a' });
    sendAll();
    edit(id, { tier: 'b' });
    const [, first, second] = changesOf(id);
    expect(JSON.parse(second?.base ?? '')).toEqual({ tier: first?.id });
  });

  test('does not fold into a change that shares its transaction with another', () => {
    const [a, b] = [newClient('A'), newClient('B')];
    sendAll();
    write(engine.base, LABEL, (tx) => {
      tx.edit(client, a, { tier: 'a' });
      tx.edit(client, b, { tier: 'a' });
    });
    edit(a, { tier: 'b' });
    expect(changesOf(a).map(({ kind }) => kind)).toEqual(['create', 'set', 'set']);
  });

  test('writes a whole unit, and only units that differ', () => {
    const id = newClient('Píla');
    edit(id, { street: 'Dlhá 1', town: 'Martin' });
    sendAll();
    edit(id, { town: 'Žilina', name: 'Píla', phones: null });
    expect(JSON.parse(changesOf(id).at(-1)?.units ?? '')).toEqual({
      address: { street: 'Dlhá 1', postcode: null, town: 'Žilina', country: null },
    });
    expect(edit(id, { town: 'Žilina' }).action).toBeNull();
  });
});

describe('the door refuses', () => {
  test('an edit of a sealed entry, of a fixed field and of a record that is not there', () => {
    const id = newClient('Píla');
    const visit = engine.base.newId();
    write(engine.base, LABEL, (tx) =>
      tx.create(interaction, visit, {
        client: id,
        kind: 'visit',
        happenedAt: 1,
        zone: 'Europe/Bratislava',
        summary: 'Prvá',
        author: tx.member,
      }),
    );
    const code = (expected: string) => expect.objectContaining({ code: expected });
    expect(() =>
      write(engine.base, LABEL, (tx) => tx.edit(interaction, visit, { summary: 'Iná' })),
    ).toThrowError(code('SEALED'));
    expect(() =>
      write(engine.base, LABEL, (tx) => tx.edit(contact, engine.base.newId(), { lastName: 'X' })),
    ).toThrowError(code('NOT_FOUND'));
  });

  test('more than a server would accept together, whole', () => {
    const many = () =>
      write(engine.base, LABEL, (tx) => {
        for (let i = 0; i < 201; i += 1)
          tx.create(client, tx.newId(), { name: `Firma ${i}`, status: 'active' });
      });
    expect(many).toThrowError(expect.objectContaining({ code: 'TOO_LARGE' }));
    expect(engine.base.reader.prepare('SELECT count(*) AS n FROM client').get()).toEqual({ n: 0 });
  });
});

test('an event leaves after the commit, with what changed', () => {
  const seen: { event: DataChanged; visible: unknown }[] = [];
  engine.base.events.listen((event) =>
    seen.push({ event, visible: engine.base.reader.prepare('SELECT count(*) AS n FROM client').get() }),
  );
  const id = newClient('Píla');
  expect(seen).toEqual([{ event: { topics: ['client', 'undo', 'status'], ids: [id] }, visible: { n: 1 } }]);
});

test('history keeps what was overwritten, by whom', async () => {
  const id = newClient('Píla');
  edit(id, { tier: 'a' });
  edit(id, { tier: 'b' });
  expect(await engine.client.history.of({ entity: 'client', id })).toMatchObject([
    { unit: 'tier', before: { tier: 'a' }, value: { tier: 'b' }, actorName: 'Jana Testová' },
    { unit: 'tier', before: { tier: null }, value: { tier: 'a' } },
  ]);
});
