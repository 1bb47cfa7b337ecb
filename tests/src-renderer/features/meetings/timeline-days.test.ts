import { describe, expect, test } from 'vitest';
import { enteredLater, groupByDay } from '#renderer/features/meetings/timeline-days.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';

/** Midday of a local day: the grouping follows the zone of the device, whichever the test runs in. */
function entry(id: string, day: number, hour: number, created?: { day: number }): TimelineEntry {
  const happenedAt = new Date(2026, 10, day, hour).getTime();
  const createdAt = created ? new Date(2026, 10, created.day, 8).getTime() : happenedAt;
  return { interaction: { id, happenedAt, createdAt }, corrected: [] } as unknown as TimelineEntry;
}

describe('days of the timeline', () => {
  test('entries of one day stand together in their order', () => {
    const days = groupByDay([entry('a', 24, 15), entry('b', 24, 0), entry('c', 23, 23)]);
    expect(days.map(({ day, entries }) => [day, entries.map((one) => one.interaction.id)])).toEqual([
      ['2026-11-24', ['a', 'b']],
      ['2026-11-23', ['c']],
    ]);
    expect(groupByDay([])).toEqual([]);
  });

  test('an entry is marked only when it was written on a later day', () => {
    expect(enteredLater(entry('a', 24, 1, { day: 24 }))).toBeNull();
    const late = entry('b', 20, 15, { day: 24 });
    expect(enteredLater(late)).toEqual({ at: late.interaction.createdAt, days: 4 });
    expect(enteredLater(entry('c', 23, 23, { day: 24 }))?.days).toBe(1);
  });

  test('a correction does not make an entry late: its first version counts', () => {
    const first = entry('a', 20, 15);
    const corrected = { ...entry('b', 20, 15, { day: 24 }), corrected: [first.interaction] } as TimelineEntry;
    expect(enteredLater(corrected)).toBeNull();
  });
});
