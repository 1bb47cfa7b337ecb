/** A brief in words: the words of its lines, days and numbers, as the page's language writes them. */
import { type Format, formatFor } from '#renderer/lib/format.ts';
import { sayIn } from '#renderer/lib/i18n.ts';
import type { Brief, BriefWord } from '#shared/contract/brief.ts';
import { cutText } from '#shared/domain/text/cut-text.ts';
import { formatInstant, LANGUAGE_TAGS } from '#shared/domain/time/format.ts';
import { type Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';
import type { Language } from '#shared/i18n/index.ts';

export interface BriefWords {
  language: Language;
  say(key: string, params?: Record<string, string | number>): string;
  of(word: BriefWord): string;
  /** A text of the head, cut to as much as the page has room for. */
  cut(text: string, most: number): string;
  /** The words of one line, parted by dots. */
  list(words: readonly BriefWord[]): string;
  format: Format;
  /** "streda 12. novembra 2026, 9:00 – 10:30" as the clocks at the meeting show it; the zone where it is another one. */
  when(meeting: NonNullable<Brief['meeting']>): string;
}

/** `longest`: most characters of a text where there is little room. */
export function briefWords(
  language: Language,
  madeAt: number,
  longest = Number.POSITIVE_INFINITY,
): BriefWords {
  const format = formatFor(language);
  const say = (key: string, params: Record<string, string | number> = {}) => sayIn(language, key, params);
  const choice = (entity: string, field: string, value: string) => say(`choices.${entity}.${field}.${value}`);
  const thisYear = new Date(madeAt).getFullYear();
  const cut = (text: string, most: number) => cutText(text, Math.min(most, longest));
  return { language, say, of, cut, list, format, when };

  function list(words: readonly BriefWord[]): string {
    return words.map(of).filter(Boolean).join(' · ');
  }

  function of(word: BriefWord): string {
    switch (word.is) {
      case 'text':
        return longest < word.text.length ? cutText(word.text, longest) : word.text;
      case 'day':
        return unbroken(shortDay(word.day));
      case 'instant':
        return unbroken(shortDay(dayOf(word.at)));
      case 'phone':
        return format.phone(word.phone);
      case 'choice':
        return choice(word.entity, word.field, word.value);
      case 'value':
        return `${say(`fields.${word.entity}.${word.field}`)}: ${valueText(word)}`;
      case 'message':
        return say(
          word.key,
          Object.fromEntries(Object.entries(word.params).map(([name, value]) => [name, written(value)])),
        );
    }
  }

  function valueText({ entity, field, value }: Extract<BriefWord, { is: 'value' }>): string {
    const kind = (entities as Record<string, Entity | undefined>)[entity]?.fields[field]?.kind;
    if (value === null) return '–';
    if (kind === 'choice') return choice(entity, field, String(value));
    if (kind === 'day') return format.day(String(value));
    if (typeof value === 'boolean') return say(value ? 'common.yes' : 'common.no');
    return typeof value === 'number' ? format.number(value) : value;
  }

  function written(value: string | number | { day: string } | { at: number }): string | number {
    if (typeof value !== 'object') return value;
    return unbroken(format.day('day' in value ? value.day : dayOf(value.at)));
  }

  /** The year only where it is another one. */
  function shortDay(day: string): string {
    if (Number(day.slice(0, 4)) !== thisYear) return format.day(day);
    const options = {
      day: 'numeric',
      month: language === 'sk' ? 'numeric' : 'short',
      timeZone: 'UTC',
    } as const;
    return new Intl.DateTimeFormat(LANGUAGE_TAGS[language], options).format(new Date(`${day}T00:00:00Z`));
  }

  function when({ startsAt, endsAt, zone }: NonNullable<Brief['meeting']>): string {
    const day = new Intl.DateTimeFormat(LANGUAGE_TAGS[language], {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: zone,
    }).format(startsAt);
    const time = (at: number) => formatInstant(at, zone, language, 'time');
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return `${day}, ${time(startsAt)} – ${time(endsAt)}${zone === here ? '' : ` (${zone})`}`;
  }
}

/** The day of an instant in the zone of this device, `YYYY-MM-DD`. */
function dayOf(at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** A date does not end in the next line. */
function unbroken(date: string): string {
  return date.replaceAll(' ', '\u00a0');
}
