/**
 * Calendar days, "YYYY-MM-DD" without a zone: read from what people and programs write, and reckoned with.
 *
 * Reading never bends a day that does not exist into one that does: 30 February is told from "not a date at all", so
 * that an import can say which of the two it met.
 */
import { Temporal } from 'temporal-polyfill';
import { fold } from '../text/fold.ts';

export type DayOrder = 'dmy' | 'mdy' | 'ymd';
export type ParsedDay =
  | { day: string; problem?: undefined }
  | { day?: undefined; problem: 'notADate' | 'impossible' };

const TIME = String.raw`(?:(?:\s*T|,?\s+)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`;
const NUMERIC = new RegExp(String.raw`^(\d{1,4})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{1,4})\.?${TIME}$`, 'i');
const COMPACT = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})(?:T\d{2,6}Z?)?$`, 'i');
const DAY_FIRST = /^(\d{1,2})\.?\s*([a-z]{3,10})\.?,?\s*(\d{4})$/;
const MONTH_FIRST = /^([a-z]{3,10})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/;
// English, Slovak and Czech names, folded; Slovak and Czech ones in both cases (jún, júna; červen, června).
const MONTH_NAMES =
  'jan|led feb|uno mar|bre apr|dub maj|may|kve jun|cervn|cerven(?![ce]) jul|cervenec|cervence ' +
  'aug|srp sep|zar okt|oct|rij nov|lis dec|pro';
const MONTH_STARTS = MONTH_NAMES.split(' ').map((names) => new RegExp(`^(?:${names})`));

const ORDERS = ['dmy', 'mdy', 'ymd'] as const;
const YEARS_AHEAD = 20;
const EXCEL_LAST_SERIAL = 2_958_465;

/**
 * Reads a written day; a time of day behind it is ignored. A year of four digits in front is always year-month-day.
 * 'auto' takes day.month.year, but month/day/year where only that is possible. A year of two digits is the one
 * between 79 years before and 20 after `todayYear` (this year unless given).
 */
export function parseDay(text: string, order: DayOrder | 'auto', todayYear?: number): ParsedDay {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  const numeric = NUMERIC.exec(trimmed);
  if (numeric) return readNumeric(numeric, order, todayYear);
  const compact = order === 'ymd' || order === 'auto' ? COMPACT.exec(trimmed) : null;
  if (compact) return makeDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return readNamed(fold(trimmed));
}

/** The order in which all these samples are days; 'auto' where they leave it open or contradict each other. */
export function detectDayOrder(samples: readonly string[]): DayOrder | 'auto' {
  const fits = { dmy: 0, mdy: 0, ymd: 0 };
  let yearFirst = 0;
  let dates = 0;
  for (const sample of samples) {
    const parts = NUMERIC.exec(sample.trim());
    if (!parts) continue;
    dates += 1;
    if (parts[1]?.length === 4) yearFirst += 1;
    const isYearLast = parts[4]?.length === 4;
    for (const order of ORDERS) {
      if (!(isYearLast && order === 'ymd') && parseDay(sample, order, 2000).day) fits[order] += 1;
    }
  }
  if (dates === 0) return 'auto';
  if (yearFirst === dates) return 'ymd';
  const [best, second] = ORDERS.toSorted((a, b) => fits[b] - fits[a]);
  return best && second && fits[best] > fits[second] ? best : 'auto';
}

/** The day of a spreadsheet's serial number (its fraction is the time); undefined outside Excel's years 1900 to 9999. */
export function dayFromExcelSerial(serial: number, date1904 = false): string | undefined {
  const whole = Math.floor(serial);
  if (
    !Number.isFinite(serial) ||
    whole < (date1904 ? 0 : 1) ||
    whole > EXCEL_LAST_SERIAL - (date1904 ? 1462 : 0)
  )
    return undefined;
  if (date1904) return addDays('1904-01-01', whole);
  // Excel counts a 29 February 1900 that never was (serial 60), so the days before it are one off.
  return addDays('1899-12-31', whole < 60 ? whole : whole - 1);
}

/** The same day `months` later (earlier if negative); the last of the month where that day is missing there. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Days from one day to another; negative if `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** -1, 0 or 1, for sorting; days are written so that their text order is their order in time. */
export function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day it is at an instant (UTC milliseconds) in an IANA zone. Throws RangeError for an unknown zone. */
export function todayIn(zone: string, nowMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function readNumeric(
  parts: RegExpExecArray,
  order: DayOrder | 'auto',
  todayYear: number | undefined,
): ParsedDay {
  const [, first = '', separator = '', middle = '', last = ''] = parts;
  const isYearFirst = first.length > 2 || (order === 'ymd' && last.length <= 2);
  const year = isYearFirst ? first : last;
  if (year.length === 3 || (isYearFirst && last.length > 2) || (!isYearFirst && year.length === 1))
    return { problem: 'notADate' };
  const fullYear = year.length === 2 ? centuryFor(Number(year), todayYear) : Number(year);
  if (isYearFirst) return makeDay(fullYear, Number(middle), Number(last));
  const asDayFirst = makeDay(fullYear, Number(middle), Number(first));
  const asMonthFirst = makeDay(fullYear, Number(first), Number(middle));
  if (order === 'mdy') return asMonthFirst;
  // With dots only day.month is ever written; with other separators a month above 12 gives the American order away.
  if (order === 'auto' && separator !== '.' && !asDayFirst.day)
    return asMonthFirst.day ? asMonthFirst : asDayFirst;
  return asDayFirst;
}

function readNamed(text: string): ParsedDay {
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = dayFirst ? null : MONTH_FIRST.exec(text);
  const [day, name, year] = dayFirst
    ? dayFirst.slice(1)
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = MONTH_STARTS.findIndex((start) => start.test(name ?? '')) + 1;
  return month === 0 ? { problem: 'notADate' } : makeDay(Number(year), month, Number(day));
}

function centuryFor(shortYear: number, todayYear = Temporal.Now.plainDateISO().year): number {
  const latest = todayYear + YEARS_AHEAD;
  const year = latest - (latest % 100) + shortYear;
  return year > latest ? year - 100 : year;
}

function makeDay(year: number, month: number, day: number): ParsedDay {
  try {
    return { day: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() };
  } catch {
    return { problem: 'impossible' };
  }
}
