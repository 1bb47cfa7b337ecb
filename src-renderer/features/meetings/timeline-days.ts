/** Entries of the timeline gathered under the day on which they happened, in the zone of this device. */
import { today } from '#renderer/lib/format.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';

export interface TimelineDay {
  /** `YYYY-MM-DD` */
  day: string;
  entries: TimelineEntry[];
}

/** `entries` come newest first and stay so. */
export function groupByDay(entries: readonly TimelineEntry[]): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.interaction.happenedAt);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

export function dayOf(instant: number): string {
  return today(new Date(instant));
}

/** When the entry was first written, if that was on a later day than what it tells of. */
export function enteredLaterAt(entry: TimelineEntry): number | null {
  const first = entry.corrected.at(-1) ?? entry.interaction;
  return dayOf(first.createdAt) > dayOf(first.happenedAt) ? first.createdAt : null;
}
