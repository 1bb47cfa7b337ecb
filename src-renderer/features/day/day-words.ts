/** How what stands in a day is called, and where it leads. */
import { currentLanguage } from '#renderer/lib/i18n.ts';
import type { DayDraft, DayMeeting, Duty, ReminderLine } from '#shared/contract/day.ts';
import { formatDay, formatInstant } from '#shared/domain/time/format.ts';

const MINUTE = 60_000;

/** `9:30`, in the zone of the place; the zone is named where the clock on the wall here shows another time. */
export function timeIn(ms: number, zone: string, here: string): string {
  const time = formatInstant(ms, zone, currentLanguage(), 'time');
  if (zone === here || formatInstant(ms, here, currentLanguage(), 'time') === time) return time;
  return `${time} (${zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')})`;
}

/** `9:30 – 10:30`. */
export function spanOf({ startsAt, endsAt, zone }: DayMeeting, here: string): string {
  return `${formatInstant(startsAt, zone, currentLanguage(), 'time')} – ${timeIn(endsAt, zone, here)}`;
}

/** `piatok 27. novembra`; without the year, which everybody knows of these days. */
export function weekdayOf(day: string): string {
  return formatDay(day, currentLanguage(), 'weekday').replace(/,?\s*\d{4}\.?$/, '');
}

/** `piatok`. */
export function weekdayName(day: string): string {
  return formatDay(day, currentLanguage(), 'weekday').replace(/,?\s.*$/, '');
}

/** `27. 11.` */
export function shortDay(day: string): string {
  return formatDay(day, currentLanguage(), 'numeric').replace(/[\s/]*\d{4}$/, '');
}

export function leaveAt({ startsAt, travelMinutes }: DayMeeting): number {
  return startsAt - (travelMinutes ?? 0) * MINUTE;
}

export function placeOf({ place, stand, town }: DayMeeting): string {
  return [place ?? town, stand].filter(Boolean).join(', ');
}

export function dutyHref({ kind, id, client }: Duty): string {
  switch (kind) {
    case 'followUp':
      return `/objections/${id}`;
    case 'promiseOurs':
    case 'promiseTheirs':
      return `/promises/${id}`;
    case 'request':
      return `/promises/requests/${id}`;
    case 'nextStep':
      return `/clients/${client}`;
  }
}

export function reminderHref({
  kind,
  record,
  callList,
}: Pick<ReminderLine, 'kind' | 'record' | 'callList'>): string {
  switch (kind) {
    case 'meeting':
      return `/meetings/${record}`;
    case 'notice':
      return `/contracts/${record}`;
    case 'promise':
    case 'promiseSnoozed':
      return `/promises/${record}`;
    case 'call':
      return `/calls/${callList}/${record}`;
  }
}

/** Places of records that have a screen of their own; everything else is written on the desk of its client. */
const SCREENS: Record<string, string> = {
  client: '/clients',
  contact: '/contacts',
  contract: '/contracts',
  objection: '/objections',
  meeting: '/meetings',
  promise: '/promises',
  departmentRequest: '/promises/requests',
  callList: '/calls',
  handover: '/handover',
};

/** Where the form stands in which it was typed: a field of a record, a new record, or the composer of a client. */
export function draftHref({ key, entity, record, client }: DayDraft): string {
  const screen = SCREENS[entity];
  const [first, about = '', within = ''] = key.split(':');
  if ((first === 'edit' || first === 'answer') && screen) return `${screen}/${record}`;
  if (entity === 'callTarget') return `/calls/${about}/${within}`;
  if (entity === 'trip') return about === 'new' ? '/trips/new' : `/trips/new?visit=${about}`;
  if (entity === 'contract') return client ? `/contracts/new?client=${client}` : '/contracts/new';
  if (entity === 'promise') return client ? `/promises/new?client=${client}` : '/promises/new';
  if (entity === 'departmentRequest') return within ? `/promises/${within}` : '/promises/requests/new';
  if (screen && (about === 'new' || about === 'log') && !client) return `${screen}/new`;
  return client ? `/clients/${client}` : (screen ?? '/clients');
}
