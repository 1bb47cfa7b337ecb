/**
 * What is to be reminded of, and when. Pure: a plan made from the records, and one look at it that says what is due.
 *
 * A look is taken each minute instead of setting timers: a laptop sleeps, its clock is set, it travels through zones.
 * Days belong to the zone of the device at the moment of the look. Whatever fell due since the look before is due now,
 * however long that was; `known` (the keys that were shown) keeps each to one time. docs/reminders.md.
 */
import { Temporal } from 'temporal-polyfill';
import { addDays } from '../time/day.ts';

export const REMINDER_KINDS = ['meeting', 'promise', 'promiseSnoozed', 'notice', 'call'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export interface ReminderSettings {
  on: boolean;
  /** How long before a meeting, besides the way there. */
  leadMinutes: number;
  /** Local times "HH:MM"; equal ones mean that there are no quiet hours. */
  quietFrom: string;
  quietTo: string;
  /** What the system shows may name clients; off, it says only what kind of thing is due. */
  names: boolean;
}

export const DEFAULT_REMINDERS: ReminderSettings = {
  on: true,
  leadMinutes: 15,
  quietFrom: '20:00',
  quietTo: '07:00',
  names: false,
};

/** The records that one may be reminded of; instants in UTC milliseconds, days as "YYYY-MM-DD". */
export interface Remindable {
  meetings: readonly { id: string; startsAt: number; travelMinutes: number | null }[];
  promises: readonly { id: string; dueOn: string | null; snoozedUntil: string | null }[];
  contracts: readonly { id: string; noticeDeadline: string }[];
  calls: readonly { id: string; nextAttemptAt: number }[];
}

export interface Reminder {
  /** Names the record and the moment that it stands for: a meeting moved to another time is reminded of anew. */
  key: string;
  kind: ReminderKind;
  record: string;
  dueAt: number;
  /** Until then it is of use however late it comes, also when the record was made after it fell due. */
  until: number | null;
}

/** When the last look was taken, and in which zone. */
export interface Look {
  at: number;
  zone: string;
}

const MINUTE = 60_000;
/** What belongs to a day is due at this local time. */
const MORNING = '09:00';
const NOTICE_DAYS = [30, 7, 1] as const;
/** From UTC−12 to UTC+14: so far apart may the same local time be in two zones. */
const ZONES_APART = 26 * 60 * MINUTE;

/** Everything to be reminded of, whenever it is due, in no order. */
export function planReminders(things: Remindable, settings: ReminderSettings, zone: string): Reminder[] {
  const later = (at: number) => afterQuiet(at, settings, zone);
  const morning = (kind: ReminderKind, record: string, day: string, key: string): Reminder => ({
    key: `${kind}:${record}:${key}`,
    kind,
    record,
    dueAt: later(instantOf(day, MORNING, zone)),
    until: null,
  });
  return [
    ...things.meetings.map(({ id, startsAt, travelMinutes }): Reminder => {
      const early = settings.leadMinutes + (travelMinutes ?? 0);
      // A meeting that one has agreed to is never quiet: its hour is one's own choice.
      return {
        key: `meeting:${id}:${startsAt}`,
        kind: 'meeting',
        record: id,
        dueAt: startsAt - early * MINUTE,
        until: startsAt,
      };
    }),
    ...things.promises.flatMap(({ id, dueOn, snoozedUntil }) => {
      if (snoozedUntil) return morning('promiseSnoozed', id, snoozedUntil, snoozedUntil);
      return dueOn ? morning('promise', id, dueOn, dueOn) : [];
    }),
    ...things.contracts.flatMap(({ id, noticeDeadline }) =>
      NOTICE_DAYS.map((days) =>
        morning('notice', id, addDays(noticeDeadline, -days), `${noticeDeadline}:${days}`),
      ),
    ),
    ...things.calls.map(
      ({ id, nextAttemptAt }): Reminder => ({
        key: `call:${id}:${nextAttemptAt}`,
        kind: 'call',
        record: id,
        dueAt: later(nextAttemptAt),
        until: null,
      }),
    ),
  ];
}

/**
 * What is due at this look and was not shown: what fell due since the last one, and what is still of use. `last` is null
 * at the very first look, before which nothing counts as missed. A changed zone shifts the days, so one looks back
 * farther; a clock that was set back makes nothing due twice.
 */
export function dueNow(
  plan: readonly Reminder[],
  known: { has(key: string): boolean },
  last: Look | null,
  now: Look,
): Reminder[] {
  const since = last ? Math.min(last.at, now.at) - (last.zone === now.zone ? 0 : ZONES_APART) : now.at;
  return plan
    .filter(({ key, dueAt, until }) => {
      if (dueAt > now.at || known.has(key)) return false;
      return dueAt > since || (until !== null && now.at < until);
    })
    .toSorted((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1));
}

/** The instant itself, or the end of the quiet hours that it falls into. */
export function afterQuiet(
  at: number,
  { quietFrom, quietTo }: Pick<ReminderSettings, 'quietFrom' | 'quietTo'>,
  zone: string,
): number {
  if (quietFrom === quietTo) return at;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const isOverMidnight = quietFrom > quietTo;
  const isQuiet = isOverMidnight ? time >= quietFrom || time < quietTo : time >= quietFrom && time < quietTo;
  if (!isQuiet) return at;
  const day = local.toPlainDate().toString();
  return instantOf(isOverMidnight && time >= quietFrom ? addDays(day, 1) : day, quietTo, zone);
}

/** A local time that a change of the clock leaves out is the one an hour later; one that comes twice is the first. */
function instantOf(day: string, time: string, zone: string): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds;
}
