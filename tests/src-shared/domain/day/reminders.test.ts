import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  afterQuiet,
  DEFAULT_REMINDERS,
  dueNow,
  type Look,
  planReminders,
  type Remindable,
  type ReminderSettings,
} from '#shared/domain/day/reminders.ts';

const ZONES = ['Europe/Bratislava', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kolkata'] as const;
const BRATISLAVA = ZONES[0];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 27, 11);

const nothing: Remindable = { meetings: [], promises: [], contracts: [], calls: [] };
const loud: ReminderSettings = { ...DEFAULT_REMINDERS, quietFrom: '00:00', quietTo: '00:00' };

const at = (local: string, zone: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;

test('each is due when it should be, with travel, in the morning, and on the thirtieth, seventh and last day', () => {
  const plan = planReminders(
    {
      meetings: [{ id: 'm', startsAt: NOW, travelMinutes: 40 }],
      promises: [
        { id: 'p', dueOn: '2026-11-27', snoozedUntil: null },
        { id: 's', dueOn: null, snoozedUntil: '2026-11-30' },
      ],
      contracts: [{ id: 'k', noticeDeadline: '2026-12-31' }],
      calls: [{ id: 'c', nextAttemptAt: NOW }],
    },
    loud,
    BRATISLAVA,
  );
  expect(plan.map(({ key, dueAt }) => [key, dueAt])).toEqual([
    [`meeting:m:${NOW}`, NOW - 55 * MINUTE],
    ['promise:p:2026-11-27', at('2026-11-27T09:00', BRATISLAVA)],
    ['promiseSnoozed:s:2026-11-30', at('2026-11-30T09:00', BRATISLAVA)],
    ['notice:k:2026-12-31:30', at('2026-12-01T09:00', BRATISLAVA)],
    ['notice:k:2026-12-31:7', at('2026-12-24T09:00', BRATISLAVA)],
    ['notice:k:2026-12-31:1', at('2026-12-30T09:00', BRATISLAVA)],
    [`call:c:${NOW}`, NOW],
  ]);
});

test('nine in the morning is nine on both days on which the clock changes, and in every zone', () => {
  for (const zone of ZONES)
    for (const day of ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01']) {
      const [reminder] = planReminders(
        { ...nothing, promises: [{ id: 'p', dueOn: day, snoozedUntil: null }] },
        loud,
        zone,
      );
      const local = Temporal.Instant.fromEpochMilliseconds(reminder?.dueAt ?? 0).toZonedDateTimeISO(zone);
      expect(local.toPlainDateTime().toString()).toBe(`${day}T09:00:00`);
    }
});

test('quiet hours put off to their end, over midnight too; meetings come all the same', () => {
  const quiet = { quietFrom: '20:00', quietTo: '07:00' };
  const put = (local: string) => afterQuiet(at(local, BRATISLAVA), quiet, BRATISLAVA);
  expect(put('2026-11-27T19:59')).toBe(at('2026-11-27T19:59', BRATISLAVA));
  expect(put('2026-11-27T20:00')).toBe(at('2026-11-28T07:00', BRATISLAVA));
  expect(put('2026-11-27T03:00')).toBe(at('2026-11-27T07:00', BRATISLAVA));
  expect(put('2026-11-27T07:00')).toBe(at('2026-11-27T07:00', BRATISLAVA));
  // The night on which the clock goes forward has an hour less, and is over at seven all the same.
  expect(put('2026-03-28T23:00')).toBe(at('2026-03-29T07:00', BRATISLAVA));
  const [meeting] = planReminders(
    { ...nothing, meetings: [{ id: 'm', startsAt: at('2026-11-27T06:00', BRATISLAVA), travelMinutes: 0 }] },
    DEFAULT_REMINDERS,
    BRATISLAVA,
  );
  expect(meeting?.dueAt).toBe(at('2026-11-27T05:45', BRATISLAVA));
});

test('nothing of the time before the very first look is missed', () => {
  const plan = planReminders(
    { ...nothing, calls: [{ id: 'c', nextAttemptAt: NOW - HOUR }] },
    loud,
    BRATISLAVA,
  );
  const look = { at: NOW, zone: BRATISLAVA };
  expect(dueNow(plan, new Set(), null, look)).toEqual([]);
  expect(dueNow(plan, new Set(), { at: NOW - 2 * HOUR, zone: BRATISLAVA }, look)).toHaveLength(1);
});

test('a meeting planned at short notice is reminded of until it begins', () => {
  const plan = planReminders(
    { ...nothing, meetings: [{ id: 'm', startsAt: NOW + 5 * MINUTE, travelMinutes: null }] },
    loud,
    BRATISLAVA,
  );
  const last = { at: NOW - MINUTE, zone: BRATISLAVA };
  expect(dueNow(plan, new Set(), last, { at: NOW, zone: BRATISLAVA })).toHaveLength(1);
  expect(
    dueNow(plan, new Set(), { ...last, at: NOW + 5 * MINUTE }, { at: NOW + 5 * MINUTE, zone: BRATISLAVA }),
  ).toEqual([]);
});

/** Looks one after another: minutes, sleeps of hours or days, journeys to other zones, a clock set back. */
const looks = fc.array(
  fc.record({
    step: fc.oneof(
      fc.constant(MINUTE),
      fc.integer({ min: MINUTE, max: 3 * DAY }),
      fc.integer({ min: -3 * HOUR, max: 0 }),
    ),
    zone: fc.constantFrom(...ZONES),
  }),
  { minLength: 1, maxLength: 60 },
);
const hours = fc.constantFrom('00:00', '06:30', '07:00', '20:00', '22:15');
const things = fc.record({
  meetings: fc.array(
    fc.record({
      id: fc.uuid(),
      startsAt: fc.integer({ min: NOW, max: NOW + 40 * DAY }),
      travelMinutes: fc.option(fc.integer({ min: 0, max: 300 })),
    }),
    { maxLength: 4 },
  ),
  promises: fc.array(
    fc.record({
      id: fc.uuid(),
      dueOn: fc
        .integer({ min: 3, max: 40 })
        .map((days) => new Date(NOW + days * DAY).toISOString().slice(0, 10)),
      snoozedUntil: fc.constant(null),
    }),
    { maxLength: 4 },
  ),
  contracts: fc.constant([]),
  calls: fc.array(
    fc.record({ id: fc.uuid(), nextAttemptAt: fc.integer({ min: NOW + DAY, max: NOW + 40 * DAY }) }),
    { maxLength: 4 },
  ),
});

test('whatever the looks, the sleeps and the zones, each is reminded of exactly once', () => {
  fc.assert(
    fc.property(things, looks, hours, hours, (remindable, steps, quietFrom, quietTo) => {
      const settings = { ...DEFAULT_REMINDERS, quietFrom, quietTo };
      const shown = new Map<string, number>();
      let last: Look | null = null;
      let now: Look = { at: NOW - DAY, zone: BRATISLAVA };
      for (const { step, zone } of [{ step: 0, zone: BRATISLAVA }, ...steps]) {
        now = { at: now.at + step, zone };
        for (const { key, dueAt } of dueNow(planReminders(remindable, settings, zone), shown, last, now)) {
          expect(shown.has(key)).toBe(false);
          expect(dueAt).toBeLessThanOrEqual(now.at);
          shown.set(key, now.at);
        }
        last = now;
      }
      for (const { key, dueAt } of planReminders(remindable, settings, now.zone))
        if (dueAt <= now.at) expect([...shown.keys()]).toContain(key);
    }),
    { numRuns: 300 },
  );
});
