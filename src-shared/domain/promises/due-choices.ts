/** The days by which a promise is mostly due: what one says rather than looks up. */
import { Temporal } from 'temporal-polyfill';
import { addDays } from '../time/day.ts';

export const DUE_CHOICES = ['tomorrow', 'friday', 'week'] as const;
export type DueChoice = (typeof DUE_CHOICES)[number];

const FRIDAY = 5;

/** Days `YYYY-MM-DD` as they are said on `today`; on a Friday "by Friday" is the next one. */
export function dueDays(today: string): Record<DueChoice, string> {
  const { dayOfWeek } = Temporal.PlainDate.from(today);
  return {
    tomorrow: addDays(today, 1),
    friday: addDays(today, (FRIDAY - dayOfWeek + 7) % 7 || 7),
    week: addDays(today, 7),
  };
}
