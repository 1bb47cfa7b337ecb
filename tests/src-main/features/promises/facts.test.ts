import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { write } from '#main/data/write.ts';
import {
  openPromisesOf,
  promisesClosedSince,
  promisesDueBy,
  promisesIn,
} from '#main/features/promises/facts.ts';
import { closePromise, makePromise } from '#main/features/promises/steps.ts';
import type { NewPromise } from '#shared/contract/promises.ts';
import { promise } from '#shared/entities/promises.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

/** Friday 27 November 2026, noon in Bratislava. */
const NOW = Date.UTC(2026, 10, 27, 11);

let engine: TestEngine;
let client: string;

beforeEach(async () => {
  engine = openTestEngine();
  vi.spyOn(engine.base, 'now').mockReturnValue(NOW);
  client = engine.base.newId();
  await engine.client.clients.create({ id: client, values: { name: 'Čalúnnictvo Šípka', status: 'active' } });
});

afterEach(() => engine.close());

const label = { key: 'promiseMade', params: { name: '' } };

function make(values: Partial<NewPromise> = {}, id = engine.base.newId()): string {
  write(engine.base, label, (tx) => {
    makePromise(tx, id, { client, side: 'ours', text: 'Pošleme vzorky látok', ...values });
  });
  return id;
}

const ids = (rows: { id: string }[]) => rows.map((row) => row.id);

test('a promise is the local member’s, made now and open; repeated under its id it is one promise', () => {
  const id = make();
  make({ text: 'Iné' }, id);
  expect(openPromisesOf(engine.base, client)).toMatchObject([
    {
      id,
      clientName: 'Čalúnnictvo Šípka',
      memberName: 'Jana Testová',
      text: 'Pošleme vzorky látok',
      promisedAt: NOW,
      state: 'open',
    },
  ]);
  expect(() => make({ client: engine.base.newId() })).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
});

test('open promises of a client: both sides, late first with the days, undated last, closed ones not', () => {
  const undated = make();
  const later = make({ dueOn: '2026-12-10' });
  const late = make({ dueOn: '2026-11-25', side: 'theirs' });
  const kept = make({ dueOn: '2026-11-20' });
  write(engine.base, label, (tx) => closePromise(tx, kept, 'kept'));
  const rows = openPromisesOf(engine.base, client);
  expect(rows.map(({ id, daysLate }) => [id, daysLate])).toEqual([
    [late, 2],
    [later, 0],
    [undated, 0],
  ]);
  expect(ids(promisesClosedSince(engine.base, client, NOW))).toEqual([kept]);
  expect(promisesClosedSince(engine.base, client, NOW + 1)).toEqual([]);
});

test('closing ends a snooze and repeats without a step', () => {
  const id = make({ dueOn: '2026-11-25' });
  write(engine.base, label, (tx) =>
    tx.edit(promise, id, { snoozedUntil: '2026-12-01', snoozeReason: 'čaká' }),
  );
  write(engine.base, label, (tx) => closePromise(tx, id, 'broken'));
  const [row] = promisesClosedSince(engine.base, client, 0);
  expect(row).toMatchObject({ state: 'broken', closedAt: NOW, snoozedUntil: null, snoozeReason: null });
  expect(write(engine.base, label, (tx) => closePromise(tx, id, 'broken'))).toEqual({ action: null });
});

test('what is due for a member: late, due by the day, awake; not his colleague’s', () => {
  const me = engine.base.member();
  const late = make({ dueOn: '2026-11-01' });
  const today = make({ dueOn: '2026-11-27', side: 'theirs' });
  make({ dueOn: '2026-11-28' });
  make({ dueOn: '2026-11-26', member: null });
  make();
  const snoozed = make({ dueOn: '2026-11-20' });
  const awake = make({ dueOn: '2026-11-21' });
  write(engine.base, label, (tx) => {
    tx.edit(promise, snoozed, { snoozedUntil: '2026-11-28' });
    tx.edit(promise, awake, { snoozedUntil: '2026-11-27' });
  });
  expect(ids(promisesDueBy(engine.base, me, '2026-11-27'))).toEqual([late, awake, today]);
});

test('promises stand at the entry in which they were heard', () => {
  const interaction = engine.base.newId();
  const first = make({ interaction });
  const second = make({ interaction, side: 'theirs' });
  make();
  const found = promisesIn(engine.base, [interaction, engine.base.newId()]);
  expect([...found.keys()]).toEqual([interaction]);
  expect(ids(found.get(interaction) ?? [])).toEqual([first, second]);
});

test('today is the day in the zone of the device', () => {
  make({ dueOn: '2026-11-27' });
  const lateIn = (zone: string) => {
    vi.stubEnv('TZ', zone);
    try {
      return openPromisesOf(engine.base, client)[0]?.daysLate;
    } finally {
      vi.unstubAllEnvs();
    }
  };
  expect(lateIn('Europe/Bratislava')).toBe(0);
  expect(lateIn('Pacific/Kiritimati')).toBe(1);
  expect(lateIn('America/Los_Angeles')).toBe(0);
});
