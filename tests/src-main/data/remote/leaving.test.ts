import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveDraft } from '#main/data/drafts.ts';
import { pruneBookkeeping } from '#main/data/prune.ts';
import { applyRecords } from '#main/data/remote/apply-records.ts';
import { eraseRecord } from '#main/data/remote/erase.ts';
import { leaveRoot } from '#main/data/remote/remove.ts';
import { undoAction } from '#main/data/undo.ts';
import { verifyBase } from '#main/data/verify.ts';
import { write, writeRemote } from '#main/data/write.ts';
import { client, contact, position } from '#shared/entities/clients.ts';
import { interaction } from '#shared/entities/meetings.ts';
import { decrypted, traces } from '../../../helpers/decrypted-base.ts';
import { changedRecord, COLLEAGUE, serverRecord } from '../../../helpers/server-record.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

const LABEL = { key: 'clientEdited', params: {} };
let engine: TestEngine;
beforeEach(() => {
  engine = openTestEngine();
});
afterEach(() => engine.close());

const rows = (sql: string) => engine.base.reader.prepare(sql).all();
const isSound = () => expect(verifyBase(engine.base).problems).toEqual([]);

function firmWithPeople() {
  const firm = serverRecord(client, 5, { name: 'Pílovskáxyz', status: 'active' });
  const person = serverRecord(contact, 5, {
    firstName: 'Jozefínaxyz',
    lastName: 'Kováčováxyz',
    notes: 'tajnéxyz',
  });
  const place = serverRecord(position, 5, { client: firm.id, contact: person.id });
  const visit = serverRecord(interaction, 5, {
    client: firm.id,
    kind: 'visit',
    happenedAt: 1,
    zone: 'Europe/Bratislava',
    summary: 'dohodnutéxyz',
    author: COLLEAGUE,
  });
  writeRemote(engine.base, (tx) => applyRecords(tx, [firm, person, place, visit]));
  return { firm, person, place, visit };
}

describe('what leaves', () => {
  test('leaves with everything under it and every trace of it; own unsent changes are kept sealed', () => {
    const { firm, person } = firmWithPeople();
    const label = { key: 'clientEdited', params: { name: 'Pílovskáxyz' } };
    write(engine.base, label, (tx) => tx.edit(client, firm.id, { name: 'Pílarskáxyz' }));
    engine.base.writer.exec(`UPDATE change SET n = 2, seq = 6 WHERE kind = 'set'`);
    writeRemote(engine.base, (tx) =>
      applyRecords(tx, [changedRecord(client, firm, 6, { name: 'Pílarskáxyz' })]),
    );
    const visit = engine.base.newId();
    const values = {
      client: firm.id,
      kind: 'call',
      happenedAt: 2,
      zone: 'Europe/Bratislava',
      summary: 'moje',
    } as const;
    write(engine.base, LABEL, (tx) => tx.create(interaction, visit, { ...values, author: tx.member }));
    saveDraft(engine.base, {
      key: 'note',
      entity: 'interaction',
      record: visit,
      client: firm.id,
      values: { summary: 'rozpísanéxyz' },
    });
    writeRemote(engine.base, (tx) => leaveRoot(tx, firm.id));
    expect(
      rows('SELECT id FROM client UNION SELECT id FROM position UNION SELECT id FROM interaction'),
    ).toEqual([]);
    expect(rows('SELECT record, kind, reason FROM rejected')).toEqual([
      { record: visit, kind: 'create', reason: 'notVisible' },
    ]);
    isSound();
    const image = decrypted(engine.base);
    expect(
      traces(
        image,
        'Pílovskáxyz',
        'pilovskaxyz',
        'Pílarskáxyz',
        'pilarskaxyz',
        'dohodnutéxyz',
        'rozpísanéxyz',
      ),
    ).toEqual([]);
    // The person stays, and shows that the test would find a trace.
    expect(rows('SELECT id FROM contact')).toEqual([{ id: person.id }]);
    expect(traces(image, 'Kováčováxyz', 'kovacovaxyz')).toHaveLength(2);
  });

  test('comes back when it is seen again', () => {
    const { firm } = firmWithPeople();
    writeRemote(engine.base, (tx) => leaveRoot(tx, firm.id));
    writeRemote(engine.base, (tx) => applyRecords(tx, [{ ...firm, seq: 9 }]));
    expect(rows('SELECT id FROM client')).toEqual([{ id: firm.id }]);
    isSound();
  });
});

test('what is erased leaves no byte of its personal values, also of those typed here', () => {
  const { person } = firmWithPeople();
  const label = { key: 'contactEdited', params: { name: 'Jozefínaxyz Kováčováxyz' } };
  write(engine.base, label, (tx) => tx.edit(contact, person.id, { lastName: 'Novotnáxyz', notes: 'inéxyz' }));
  writeRemote(engine.base, (tx) =>
    applyRecords(tx, [changedRecord(contact, person, 6, { lastName: 'Starostováxyz' })]),
  );
  saveDraft(engine.base, {
    key: 'c',
    entity: 'contact',
    record: person.id,
    client: null,
    values: { notes: 'konceptxyz' },
  });
  const words =
    'Jozefínaxyz jozefinaxyz Kováčováxyz kovacovaxyz Novotnáxyz novotnaxyz inéxyz inexyz Starostováxyz tajnéxyz tajnexyz konceptxyz'.split(
      ' ',
    );
  expect(traces(decrypted(engine.base), ...words).length).toBeGreaterThan(8);
  writeRemote(engine.base, (tx) => eraseRecord(tx, contact, person.id));
  isSound();
  expect(traces(decrypted(engine.base), ...words)).toEqual([]);
  expect(rows("SELECT units FROM change WHERE seq IS NULL AND kind = 'set'")).toEqual([{ units: '{}' }]);
});

describe('undo of what was sent', () => {
  test('deletes what it created, like anything else', () => {
    const id = engine.base.newId();
    const made = write(engine.base, LABEL, (tx) => tx.create(client, id, { name: 'Píla', status: 'active' }));
    engine.base.writer.exec('UPDATE change SET n = ord');
    expect(undoAction(engine.base, made.action ?? '')).toMatchObject({ undone: 1, kept: [] });
    expect(rows(`SELECT kind, seen FROM change WHERE record = '${id}'`)).toEqual([
      { kind: 'create', seen: null },
      { kind: 'delete', seen: null },
    ]);
    isSound();
  });

  test('keeps and names what a colleague has changed since', () => {
    const id = engine.base.newId();
    const made = write(engine.base, LABEL, (tx) => tx.create(client, id, { name: 'Píla', status: 'active' }));
    engine.base.writer.exec('UPDATE change SET n = ord, seq = ord');
    const data = { name: 'Píla', status: 'active' };
    const sent = serverRecord(client, 1, data, { id, createdBy: engine.base.member() });
    writeRemote(engine.base, (tx) => applyRecords(tx, [changedRecord(client, sent, 2, { tier: 'a' })]));
    expect(undoAction(engine.base, made.action ?? '')).toMatchObject({
      undone: 0,
      kept: [{ entity: 'client', id, title: 'Píla' }],
    });
  });
});

test('acknowledged changes are kept until the server has them in a backup, history for 90 days', () => {
  const { firm } = firmWithPeople();
  const { base } = engine;
  write(base, LABEL, (tx) => tx.edit(client, firm.id, { tier: 'a' }));
  base.writer.exec(`UPDATE change SET n = ord, seq = 10`);
  const days = (count: number) => ({ ...base, now: () => Date.now() + count * 86_400_000 });
  const left = () =>
    rows('SELECT (SELECT count(*) FROM change) AS changes, (SELECT count(*) FROM history) AS values_');
  base.writer.exec(`INSERT INTO sync_state (key, value) VALUES ('durableSeq', '9')`);
  pruneBookkeeping(days(8));
  expect(left()).toEqual([{ changes: 2, values_: 1 }]);
  base.writer.exec(`UPDATE sync_state SET value = '10' WHERE key = 'durableSeq'`);
  pruneBookkeeping(days(10));
  expect(left()).toEqual([{ changes: 0, values_: 1 }]);
  pruneBookkeeping(days(92));
  expect(left()).toEqual([{ changes: 0, values_: 0 }]);
});
