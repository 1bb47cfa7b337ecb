/**
 * Days, instants, spans and numbers as a reader of Slovak or English expects them.
 *
 * Formatters of Intl are dear to make (some 50 µs) and cheap to use, and a list shows hundreds of dates, so each is
 * made once. English is British: the firm's people read the day before the month.
 */
import type { Language } from '../../i18n/index.ts';
import { daysBetween, todayIn } from './day.ts';

/** English: numeric "31/01/2024", medium "31 Jan 2024", long "31 January 2024", weekday "Wednesday, 31 January 2024". */
export type DayStyle = 'numeric' | 'medium' | 'long' | 'weekday';
export type InstantStyle = 'dateTime' | 'date' | 'time' | 'weekdayTime';

/** The language of a reader as Intl takes it. */
export const LANGUAGE_TAGS: Record<Language, string> = { sk: 'sk-SK', en: 'en-GB' };
const DAY_STYLES: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  numeric: { day: 'numeric', month: 'numeric', year: 'numeric' },
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
};
const INSTANT_STYLES: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  dateTime: { dateStyle: 'medium', timeStyle: 'short' },
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  weekdayTime: { weekday: 'short', day: 'numeric', month: 'numeric', hour: 'numeric', minute: '2-digit' },
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

/** A day "YYYY-MM-DD"; text that is no day comes back as it is. */
export function formatDay(day: string, language: Language, style: DayStyle = 'medium'): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight)) return day;
  return dateFormat(`${language} day ${style}`, language, { ...DAY_STYLES[style], timeZone: 'UTC' }).format(
    midnight,
  );
}

/** An instant (UTC milliseconds) as the clock in `zone` (IANA) shows it. Throws RangeError for an unknown zone. */
export function formatInstant(
  ms: number,
  zone: string,
  language: Language,
  style: InstantStyle = 'dateTime',
): string {
  const options = { ...INSTANT_STYLES[style], timeZone: zone };
  return dateFormat(`${language} ${style} ${zone}`, language, options).format(ms);
}

/**
 * How long ago or ahead: "pred 10 min", "včera", "pred 3 dňami"; from a week on the day itself. What is yesterday follows
 * the calendar of `zone`, not 24 hours.
 */
export function formatRelative(ms: number, now: number, language: Language, zone: string): string {
  const span = ms - now;
  if (Math.abs(span) < MINUTE) return relativeFormat(language, 'short').format(0, 'second');
  if (Math.abs(span) < HOUR)
    return relativeFormat(language, 'short').format(Math.trunc(span / MINUTE), 'minute');
  const day = todayIn(zone, ms);
  const days = daysBetween(todayIn(zone, now), day);
  if (days === 0) return relativeFormat(language, 'short').format(Math.trunc(span / HOUR), 'hour');
  return Math.abs(days) < 7 ? relativeFormat(language, 'long').format(days, 'day') : formatDay(day, language);
}

/** A number with the separators of the language; `digits` fixes the decimal places, otherwise at most three. */
export function formatNumber(value: number, language: Language, digits?: number): string {
  const key = `${language} ${digits}`;
  let format = numberFormats.get(key);
  if (!format) {
    const places =
      digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    format = new Intl.NumberFormat(LANGUAGE_TAGS[language], places);
    numberFormats.set(key, format);
  }
  return format.format(value);
}

function dateFormat(
  key: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(LANGUAGE_TAGS[language], options);
    dateFormats.set(key, format);
  }
  return format;
}

function relativeFormat(language: Language, style: 'short' | 'long'): Intl.RelativeTimeFormat {
  const key = `${language} ${style}`;
  let format = relativeFormats.get(key);
  if (!format) {
    format = new Intl.RelativeTimeFormat(LANGUAGE_TAGS[language], { numeric: 'auto', style });
    relativeFormats.set(key, format);
  }
  return format;
}
