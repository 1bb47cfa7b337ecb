/** Days, instants, numbers, telephone numbers and people's names as they are written in the language of the screen. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { todayIn } from '#shared/domain/time/day.ts';
import { formatInstant, LANGUAGE_TAGS } from '#shared/domain/time/format.ts';
import { fileSize } from './file-size.ts';
import { say } from './i18n.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface PersonName {
  titlesBefore?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  titlesAfter?: string | null;
}

export interface Format {
  /** `2026-11-24` as `24. 11. 2026`; empty for null. */
  day(value: string | null | undefined): string;
  /** Date and time of an instant in this device's zone. */
  instant(value: number | null | undefined): string;
  /** `pred 10 min`, `včera`; from a week on the date. */
  relative(value: number | null | undefined, now?: number): string;
  /** `pi 27. 11.`, with the year where it is another one; `dnes`, `zajtra` and `včera` where it is near. */
  weekday(value: string, now?: string): string;
  /** `9:00 – 10:30` as the clock in the zone shows it; the zone is named where it is not this device's. */
  span(from: number, to: number, zone: string): string;
  /** A length of time in milliseconds, rounded to minutes, hours or days: `7 minút`, `11 dní`. */
  duration(ms: number): string;
  number(value: number): string;
  phone(value: string): string;
  personName(person: PersonName): string;
  language(code: string): string;
  /** `14,2 MB` */
  size(bytes: number): string;
  country(code: string | null | undefined): string;
}

export function formatFor(language: 'sk' | 'en'): Format {
  const locale = LANGUAGE_TAGS[language];
  const dayFormat = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric' });
  const instantFormat = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const weekdayFormat = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    timeZone: 'UTC',
  });
  const dayWords = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const numberFormat = new Intl.NumberFormat(locale);
  const relativeFormat = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    day: (value) => (value ? dayFormat.format(new Date(`${value}T00:00:00Z`)) : ''),
    instant: (value) => (value == null ? '' : instantFormat.format(value)),
    relative: (value, now = Date.now()) => {
      if (value == null) return '';
      const past = now - value;
      if (Math.abs(past) < MINUTE) return say('common.justNow');
      if (Math.abs(past) < HOUR) return relativeFormat.format(-Math.trunc(past / MINUTE), 'minute');
      const days = calendarDays(value, now);
      if (days === 0) return relativeFormat.format(-Math.trunc(past / HOUR), 'hour');
      if (Math.abs(days) < 7) return relativeFormat.format(-days, 'day');
      return shortDay.format(value);
    },
    weekday: (value, now = today()) => {
      const date = new Date(`${value}T00:00:00Z`);
      const ahead = Math.round((date.getTime() - Date.parse(`${now}T00:00:00Z`)) / DAY);
      if (Math.abs(ahead) <= 1) return dayWords.format(ahead, 'day');
      const words = weekdayFormat.format(date);
      return value.slice(0, 4) === now.slice(0, 4)
        ? words
        : `${words.split(' ')[0]} ${dayFormat.format(date)}`;
    },
    span: (from, to, zone) => {
      const style = todayIn(zone, from) === todayIn(zone, to) ? 'time' : 'weekdayTime';
      const words = `${formatInstant(from, zone, language, 'time')} – ${formatInstant(to, zone, language, style)}`;
      return zone === deviceZone() ? words : `${words} (${zone.split('/').at(-1)?.replaceAll('_', ' ')})`;
    },
    duration: (ms) => {
      const unit = ms < 2 * HOUR ? 'minute' : ms < 2 * DAY ? 'hour' : 'day';
      const length = { minute: MINUTE, hour: HOUR, day: DAY }[unit];
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
        Math.round(ms / length),
      );
    },
    number: (value) => numberFormat.format(value),
    phone: (value) => {
      if (!value.startsWith('+')) return value;
      return parsePhoneNumberFromString(value)?.formatInternational() ?? value;
    },
    personName,
    language: (code) => languages.of(code) ?? code,
    size: (bytes) => fileSize(bytes, locale),
    country: (code) => (code ? (countries.of(code.toUpperCase()) ?? code) : ''),
  };
}

/** `Ing. Ján Novák, PhD.` */
export function personName(person: PersonName): string {
  const name = [person.titlesBefore, person.firstName, person.lastName].filter(Boolean).join(' ');
  return person.titlesAfter ? `${name}, ${person.titlesAfter}` : name;
}

/** Whole calendar days between two instants in this device's zone. */
function calendarDays(from: number, to: number): number {
  const midnight = (value: number) => {
    const date = new Date(value);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  };
  return Math.round((midnight(to) - midnight(from)) / DAY);
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatFor(i18n.language === 'en' ? 'en' : 'sk'), [i18n.language]);
}

/** Today in this device's zone, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The IANA zone of this device. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
