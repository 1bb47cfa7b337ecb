/**
 * The zone of this device as its window knows it. A process without a window hears of no change of the zone (Node asks
 * the system once), so a window tells; before one has, it is the zone that the process began in.
 */
import type { Base } from '#main/data/base.ts';

const told = new WeakMap<Base, string>();

export function zoneOf(base: Base): string {
  return told.get(base) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function tellZone(base: Base, zone: string): void {
  told.set(base, zone);
}
