import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingTitle } from '#shared/domain/meetings/meeting-title.ts';
import {
  LONGEST_MEETING,
  movedTo,
  timeProblems,
  USUAL_MINUTES,
  usualEnd,
} from '#shared/domain/meetings/meeting-times.ts';
import { type MeetingTime, timeConflict } from '#shared/domain/meetings/time-conflict.ts';
import { clockIn, instantAt } from '#shared/domain/time/instants.ts';
import { MEETING_TYPES, meeting } from '#shared/entities/meetings.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const minutes = (max: number) => fc.integer({ min: 1, max }).map((count) => count * MINUTE);

const time: fc.Arbitrary<MeetingTime> = fc
  .record({
    startsAt: minutes(10_000),
    length: minutes(600),
    travelMinutes: fc.option(fc.integer({ min: 0, max: 240 })),
    place: fc.option(fc.constantFrom('Žilina', 'ZILINA', 'Nitra')),
  })
  .map(({ startsAt, length, ...rest }) => ({ startsAt, endsAt: startsAt + length, ...rest }));

/** Every minute that the meeting itself takes. */
function minutesOf({ startsAt, endsAt }: MeetingTime): Set<number> {
  const taken = new Set<number>();
  for (let at = startsAt; at < endsAt; at += MINUTE) taken.add(at);
  return taken;
}

describe('conflicts of time', () => {
  it('are the same from both sides, and every meeting is in its own way', () => {
    fc.assert(
      fc.property(time, time, (one, other) => {
        expect(timeConflict(one, other)).toBe(timeConflict(other, one));
        expect(timeConflict(one, one)).toBe('overlap');
      }),
    );
  });

  it('overlap exactly where a minute belongs to both', () => {
    fc.assert(
      fc.property(time, time, (one, other) => {
        const [mine, theirs] = [minutesOf(one), minutesOf(other)];
        const shared = [...mine].some((minute) => theirs.has(minute));
        expect(timeConflict(one, other) === 'overlap').toBe(shared);
      }),
    );
  });

  it('never arise from more distance, and never end by a longer way', () => {
    fc.assert(
      fc.property(time, time, minutes(500), (one, other, later) => {
        const [first, second] = one.startsAt <= other.startsAt ? [one, other] : [other, one];
        const apart = { ...second, startsAt: second.startsAt + later, endsAt: second.endsAt + later };
        if (timeConflict(first, second) === null) expect(timeConflict(first, apart)).toBeNull();
        const farther = { ...second, travelMinutes: (second.travelMinutes ?? 0) + 30 };
        if (timeConflict(first, second) !== null) expect(timeConflict(first, farther)).not.toBeNull();
      }),
    );
  });

  const at = (startsAt: number, over: Partial<MeetingTime> = {}): MeetingTime => ({
    startsAt: startsAt * MINUTE,
    endsAt: (startsAt + 60) * MINUTE,
    travelMinutes: null,
    place: null,
    ...over,
  });

  it('one may follow another at once where no way lies between', () => {
    expect(timeConflict(at(0), at(60))).toBeNull();
    expect(timeConflict(at(0), at(59))).toBe('overlap');
  });

  it('the way back and the way there must fit between, but not at one place', () => {
    const far = { travelMinutes: 30 };
    expect(timeConflict(at(0, far), at(119, far))).toBe('travel');
    expect(timeConflict(at(0, far), at(120, far))).toBeNull();
    const hall = { travelMinutes: 30, place: 'Agrokomplex, Nitra' };
    expect(timeConflict(at(0, hall), at(60, { ...hall, place: 'agrokomplex nitra' }))).toBeNull();
  });
});

describe('times of a meeting', () => {
  it('every type has a usual length, which ends after it began', () => {
    expect(Object.keys(USUAL_MINUTES)).toEqual([...MEETING_TYPES]);
    for (const type of MEETING_TYPES) {
      const startsAt = Date.UTC(2026, 10, 27, 9);
      expect(timeProblems({ startsAt, endsAt: usualEnd(startsAt, type) })).toEqual([]);
    }
  });

  it.each(['Europe/Bratislava', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'moved over a change of the clock in %s it takes as long as before',
    (zone) => {
      for (const day of ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01']) {
        const before = { startsAt: instantAt('2026-02-01', '09:00', zone), endsAt: 0 };
        before.endsAt = usualEnd(before.startsAt, 'negotiation');
        const moved = movedTo(instantAt(day, '00:30', zone), before);
        expect(moved.endsAt - moved.startsAt).toBe(90 * MINUTE);
        expect(clockIn(zone, moved.startsAt)).toBe('00:30');
      }
    },
  );

  it('where the end stood before the start, the start that was meant leaves an hour', () => {
    const startsAt = Date.UTC(2026, 10, 27, 14);
    const wrong = { startsAt: startsAt - HOUR, endsAt: startsAt - 5 * HOUR };
    expect(movedTo(startsAt, wrong)).toEqual({ startsAt, endsAt: startsAt + HOUR });
  });

  it('an end at or before the start and one after more than a month are problems', () => {
    fc.assert(
      fc.property(minutes(100_000), fc.integer({ min: -500, max: 500 }), (startsAt, length) => {
        const found = timeProblems({ startsAt, endsAt: startsAt + length * MINUTE });
        expect(found.map((one) => one.problem)).toEqual(length > 0 ? [] : ['endsBeforeStart']);
      }),
    );
    expect(timeProblems({ startsAt: 0, endsAt: LONGEST_MEETING + 1 })).toHaveLength(1);
  });
});

describe('titles and aims', () => {
  it('a meeting without a title is called by its type and client, in the language of the reader', () => {
    const untitled = { title: null, type: 'negotiation' };
    expect(meetingTitle(untitled, 'Tatra Mlyn, a.s.', 'sk')).toBe('Rokovanie – Tatra Mlyn, a.s.');
    expect(meetingTitle(untitled, 'Tatra Mlyn, a.s.', 'en')).toBe('Negotiation – Tatra Mlyn, a.s.');
    expect(meetingTitle({ ...untitled, title: 'Cenník 2027' }, 'X', 'sk')).toBe('Cenník 2027');
  });

  it('holds three aims at most', () => {
    expect(meeting.fields.aims.schema.safeParse(['a', 'b', 'c']).success).toBe(true);
    expect(meeting.fields.aims.schema.safeParse(['a', 'b', 'c', 'd']).success).toBe(false);
  });
});
