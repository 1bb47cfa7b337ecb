import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import ical, { type VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, eventKey, fromEventKey } from '#shared/domain/calendar/event.ts';
import { readCalendar } from '#shared/domain/calendar/read-calendar.ts';
import { writeCalendar } from '#shared/domain/calendar/write-calendar.ts';
import { isZone, zoneOf } from '#shared/domain/calendar/zones.ts';

const folder = path.join(import.meta.dirname, '../../../fixtures/calendars');
const files = fs.readdirSync(folder).filter((name) => name.endsWith('.ics'));
const fixture = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');
const WINDOW = { zone: 'Europe/Bratislava', from: 0, to: Date.UTC(2040, 0, 1) };
const STAMP = Date.UTC(2026, 10, 27);
const write = (events: readonly CalendarEvent[]): string =>
  writeCalendar(
    events.map((event) => ({ ...event, sequence: 3 })),
    'request',
    STAMP,
  );

describe('files of other programs', () => {
  test.each(files)('%s is read, and written back without loss', (name) => {
    const { events } = readCalendar(fixture(name), WINDOW);
    expect(readCalendar(write(events), WINDOW)).toEqual({ events, outside: 0, unreadable: 0 });
  });

  test('what cannot be read is counted, the rest is there', () => {
    const whole = fixture('issue_526_calendar_with_events.ics');
    const broken = readCalendar(whole.replace(/^DTSTART.*$/m, 'DTSTART:zajtra ráno'), WINDOW);
    expect(broken).toMatchObject({ unreadable: 1, events: [{}] });
    expect(readCalendar(fixture('big_bad_calendar.ics'), WINDOW).unreadable).toBe(20);
    expect(readCalendar(fixture('broken_dtstart.ics'), WINDOW).unreadable).toBe(1);
    expect(readCalendar('', WINDOW)).toEqual({ events: [], outside: 0, unreadable: 0 });
    expect(readCalendar('Dobrý deň, toto nie je kalendár.', WINDOW).events).toEqual([]);
  });

  test('most of what another parser finds a start for, we do too, at the same time', () => {
    // It reads times without a zone in that of the process.
    const here = { ...WINDOW, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
    let same = 0;
    const differ: string[] = [];
    for (const name of files) {
      const ours = new Set(readCalendar(fixture(name), here).events.map(({ startsAt }) => startsAt));
      for (const start of startsByOther(fixture(name))) {
        if (ours.has(start)) same += 1;
        else differ.push(name);
      }
    }
    // A start that its own rule leaves out: to it an occurrence, to us none.
    expect([...new Set(differ)]).toEqual(['issue_157_removes_trailing_semicolon.ics']);
    expect(same).toBeGreaterThanOrEqual(60);
  });

  test('the zone that a file makes itself is held to', () => {
    const { events } = readCalendar(fixture('issue_722_timezone_transition_ambiguity.ics'), WINDOW);
    expect(events.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
      '2024-03-02T20:00:00.000Z',
      '2024-05-04T19:00:01.000Z',
      '2024-05-04T22:00:01.000Z',
      '2024-08-02T22:00:00.000Z',
    ]);
  });

  test('a series: its rule, one moved, one called off, one more', () => {
    const { events, outside } = readCalendar(SERIES, WINDOW);
    expect(events.map(({ occurrence, startsAt, title }) => [occurrence, iso(startsAt), title])).toEqual([
      ['20261019T090000', '2026-10-19T07:00Z', 'Porada'],
      ['20261026T090000', '2026-10-26T10:00Z', 'Porada neskôr'],
      ['20261105T150000', '2026-11-05T14:00Z', 'Porada'],
      ['20261109T090000', '2026-11-09T08:00Z', 'Porada'],
    ]);
    expect(outside).toBe(0);
  });

  test.each([
    ['Europe/Bratislava', 'Europe/Bratislava'],
    ['"Europe/Bratislava"', 'Europe/Bratislava'],
    ['/freeassociation.sourceforge.net/Europe/Prague', 'Europe/Prague'],
    ['/example.org/20190101_1/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Central Europe Standard Time', 'Europe/Budapest'],
    ['UTC', 'Etc/UTC'],
    ['Moja vlastná', null],
  ])('the zone %s is %s', (name, zone) => {
    expect(zoneOf(name)).toBe(zone);
  });
});

describe('what we write', () => {
  test('reads back as it was, in any zone, with any text', () => {
    fc.assert(
      fc.property(fc.array(anEvent(), { maxLength: 6 }), (events) => {
        const text = write(events);
        expect(byKey(readCalendar(text, WINDOW).events)).toEqual(byKey(events));
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
      { numRuns: 150 },
    );
  });

  test('another parser finds the same in it', () => {
    fc.assert(
      fc.property(anEvent(UNQUOTED), (event) => {
        const [found] = Object.values(ical.sync.parseICS(write([event]))).filter(isEvent);
        expect(found?.start.getTime()).toBe(event.startsAt);
        expect(found?.end?.getTime()).toBe(event.endsAt);
        expect(found?.uid).toBe(event.uid);
        expect(textOf(found?.summary)).toBe(event.title);
        expect(textOf(found?.location)).toBe(event.place);
        expect(textOf(found?.description)).toBe(event.description);
        expect(found?.status?.toLowerCase()).toBe(event.status);
      }),
      { numRuns: 150 },
    );
  });

  test('the rules of the zone stand in the file: a program that does not know it has the same times', () => {
    fc.assert(
      fc.property(anEvent(), (event) => {
        fc.pre(!event.allDay);
        const unknown = write([event]).replaceAll(event.zone, 'Hala 7');
        expect(readCalendar(unknown, WINDOW).events[0]).toMatchObject({
          startsAt: event.startsAt,
          endsAt: event.endsAt,
        });
      }),
      { numRuns: 150 },
    );
  });

  test('an own calendar names nobody, an invitation does, a cancelled one says so', () => {
    const [event] = fc.sample(anEvent(), 1) as [CalendarEvent];
    const invited = {
      ...event,
      sequence: 1,
      organizer: { name: 'Zuzana "Zuzka" Kováčová', email: 'zuzana@firma.example' },
      attendees: [{ name: 'Ján Novák', email: 'jan.novak@klient.example' }],
    };
    expect(writeCalendar([invited], 'publish', STAMP)).not.toContain('klient.example');
    const request = readCalendar(writeCalendar([invited], 'request', STAMP), WINDOW).events[0];
    expect(request).toMatchObject({ organizer: invited.organizer, attendees: invited.attendees });
    expect(readCalendar(writeCalendar([invited], 'cancel', STAMP), WINDOW).events[0]?.status).toBe(
      'cancelled',
    );
  });

  test('an event and an occurrence are named so that they are found again', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom(null, '20261127', '20261127T090000', '20261127T080000Z'),
        (uid, occurrence) => {
          fc.pre(!/\|\d{8}/.test(uid));
          expect(fromEventKey(eventKey({ uid, occurrence }))).toEqual({ uid, occurrence });
        },
      ),
    );
  });
});

const SERIES = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:porada@firma.example
DTSTART;TZID=Central Europe Standard Time:20261019T090000
DURATION:PT1H
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE;TZID=Central Europe Standard Time:20261102T090000
RDATE;TZID=Central Europe Standard Time;VALUE=PERIOD:20261105T150000/PT2H
SUMMARY:Porada
END:VEVENT
BEGIN:VEVENT
UID:porada@firma.example
RECURRENCE-ID;TZID=Central Europe Standard Time:20261026T090000
DTSTART;TZID=Central Europe Standard Time:20261026T110000
DURATION:PT1H
SUMMARY:Porada neskôr
END:VEVENT
END:VCALENDAR`;

function iso(at: number): string {
  return new Date(at).toISOString().replace(':00.000Z', 'Z');
}

function isEvent(component: unknown): component is VEvent {
  return (component as { type?: string } | undefined)?.type === 'VEVENT';
}

/** None where it refuses the whole file, nor those in zones whose names say nothing to it: it takes them for UTC. */
function startsByOther(text: string): number[] {
  try {
    return Object.values(ical.sync.parseICS(text))
      .filter(isEvent)
      .filter(({ start }) => !start?.tz || isZone(start.tz))
      .map(({ start }) => Number(start))
      .filter((start) => Number.isFinite(start));
  } catch {
    return [];
  }
}

/** It gives a text with parameters as an object, and an empty one as nothing. */
function textOf(value: unknown): string | null {
  const text = typeof value === 'object' && value !== null ? (value as { val?: unknown }).val : value;
  return typeof text === 'string' && text !== '' ? text : null;
}

function byKey(events: readonly CalendarEvent[]): Record<string, CalendarEvent> {
  return Object.fromEntries(events.map((event) => [eventKey(event), event]));
}

const UNQUOTED = 'aľščťžýáíéÄß €…,;:\\\n漢🙂^=';

/** The other parser takes quotes around a text away, so it is not given any. */
function anEvent(letters = `${UNQUOTED}"`): fc.Arbitrary<CalendarEvent> {
  const text = fc
    .string({ unit: fc.constantFrom(...letters), maxLength: 120 })
    .map((value) => value.trim() || null);
  const zone = fc.constantFrom(
    'Europe/Bratislava',
    'America/Los_Angeles',
    'Pacific/Kiritimati',
    'Australia/Lord_Howe',
    'Europe/Dublin',
    'Asia/Kathmandu',
  );
  return fc
    .record({
      uid: fc.uuid(),
      title: text.map((value) => value?.replaceAll('\n', ' ') ?? null),
      description: text,
      place: text,
      startsAt: fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2036, 0) }),
      minutes: fc.integer({ min: 0, max: 3 * 24 * 60 }),
      zone,
      status: fc.constantFrom('confirmed' as const, 'tentative' as const, 'cancelled' as const),
    })
    .map(({ minutes, startsAt, ...rest }) => {
      // Whole minutes that are not written twice on the clock: no calendar file can tell the two apart.
      const start = startsAt - (startsAt % 60_000);
      return {
        ...rest,
        occurrence: null,
        startsAt: start,
        endsAt: start + minutes * 60_000,
        allDay: false,
        organizer: null,
        attendees: [],
      };
    })
    .filter(({ startsAt, endsAt, zone: of }) => isPlain(startsAt, of) && isPlain(endsAt, of));
}

/** The clock shows this moment once: it is more than two hours after the last change of the clock. */
function isPlain(at: number, zone: string): boolean {
  const offset = (moment: number): string | undefined =>
    Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
      .formatToParts(moment)
      .find(({ type }) => type === 'timeZoneName')?.value;
  return offset(at) === offset(at - 7_200_000) && offset(at) === offset(at + 7_200_000);
}
