/** How often a client should hear of us, by tier; and when that is overdue. */
import type { TIERS } from '../../entities/clients.ts';
import { addDays, daysBetween } from '../time/day.ts';

/** Days between two contacts, by tier. */
export type Rhythm = Record<(typeof TIERS)[number], number>;

export const DEFAULT_RHYTHM: Rhythm = { key: 30, a: 45, b: 90, c: 180 };
export const LONGEST_RHYTHM = 1_000;

/** The rhythm of a client; one without a tier is kept as tier C. */
export function rhythmOf(rhythm: Rhythm, tier: string | null): number {
  return tier !== null && Object.hasOwn(rhythm, tier) ? rhythm[tier as keyof Rhythm] : rhythm.c;
}

/** The earliest day ("YYYY-MM-DD") on which a contact still keeps the rhythm. */
export function keptSince(rhythm: Rhythm, tier: string | null, today: string): string {
  return addDays(today, -rhythmOf(rhythm, tier));
}

/** By how many days the rhythm is overdue; 0 or less while it is kept. `last` is the day of the last contact. */
export function daysOverdue(rhythm: Rhythm, tier: string | null, last: string, today: string): number {
  return daysBetween(last, today) - rhythmOf(rhythm, tier);
}
