/** Entries of the timeline gathered under the day on which they happened, in the zone of this device. */
import { today } from '#renderer/lib/format.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import { daysBetween } from '#shared/domain/time/day.ts';

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

/** When the entry was first written, and how many days after what it tells of; null when on the same day. */
export function enteredLater(entry: TimelineEntry): { at: number; days: number } | null {
  const first = entry.corrected.at(-1) ?? entry.interaction;
  const days = daysBetween(dayOf(first.happenedAt), dayOf(first.createdAt));
  return days > 0 ? { at: first.createdAt, days } : null;
}
