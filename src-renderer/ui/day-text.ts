/** Days as people write them, and back to `YYYY-MM-DD`. */
import { today } from '#renderer/lib/format.ts';

/** Understands `24.11.2026`, `24. 11.`, `24/11/26`, `24-11-2026` and `2026-11-24`; a missing year is this one. */
export function parseDay(text: string, now: string = today()): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = /^\s*(\d{1,2})\s*[./ -]\s*(\d{1,2})\s*(?:[./ -]\s*(\d{2}|\d{4})?)?\s*$/.exec(text);
  if (!written) return null;
  const year = written[3] === undefined ? Number(now.slice(0, 4)) : Number(written[3]);
  return existing(year < 100 ? 2000 + year : year, Number(written[2]), Number(written[1]));
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return date.toISOString().slice(0, 10);
}
