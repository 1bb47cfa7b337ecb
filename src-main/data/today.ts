/** The calendar day it is on this device: what is due, late or near follows the zone its user is in. */
import { todayIn } from '#shared/domain/time/day.ts';
import type { Base } from './base.ts';

/** IANA name of the zone of the device. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `YYYY-MM-DD` in the zone of the device. */
export function todayHere(base: Base): string {
  return todayIn(deviceZone(), base.now());
}
