/** Monday to Friday; public holidays are a matter of the country and are not known here. */
import { Temporal } from 'temporal-polyfill';

const FRIDAY = 5;

export function isWorkingDay(day: string): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= FRIDAY;
}

/** The first working day after `day` ("YYYY-MM-DD"). */
export function nextWorkingDay(day: string): string {
  let next = Temporal.PlainDate.from(day).add({ days: 1 });
  while (next.dayOfWeek > FRIDAY) next = next.add({ days: 1 });
  return next.toString();
}
