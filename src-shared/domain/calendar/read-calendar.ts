/**
 * Reads iCalendar files (RFC 5545) as programs really write them: several calendars in one file, events without a
 * calendar around them, zones by the names of Windows, series with exceptions. What cannot be read is counted, and
 * never takes the rest of the file with it.
 */
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { type CalendarEvent, type CalendarPerson, eventKey } from './event.ts';
import { zoneOf } from './zones.ts';

export interface ReadWindow {
  /** Zone of the device: that of times without one, and the one in which times in UTC are shown. */
  readonly zone: string;
  /** Only events that touch this stretch of time; UTC milliseconds. */
  readonly from: number;
  readonly to: number;
}

export interface ReadCalendar {
  /** By start. */
  readonly events: readonly CalendarEvent[];
  /** Events outside the window; a series counts once. */
  readonly outside: number;
  /** Events without a start that can be read, or so broken that nothing can be. */
  readonly unreadable: number;
}

/** A daily series of a year and more; one that has more in the window is cut there. */
const MOST_OF_A_SERIES = 400;
/** Steps of a rule looked at before the window is reached: a daily event of a hundred years. */
const MOST_STEPS = 40_000;

/** Ten years: a longer duration is a slip of the program that wrote it. */
const LONGEST_SECONDS = 10 * 366 * 86_400;

export function readCalendar(text: string, window: ReadWindow): ReadCalendar {
  const { components, unreadable } = parseEvents(text);
  const found: CalendarEvent[] = [];
  let outside = 0;
  let broken = unreadable;
  for (const series of bySeries(components)) {
    try {
      const events = occurrencesOf(series, window);
      found.push(...events);
      if (events.length === 0) outside += 1;
    } catch {
      broken += 1;
    }
  }
  found.sort((a, b) => a.startsAt - b.startsAt || (eventKey(a) < eventKey(b) ? -1 : 1));
  return { events: found, outside, unreadable: broken };
}

type Component = InstanceType<typeof ICAL.Component>;
type Time = InstanceType<typeof ICAL.Time>;
type Property = InstanceType<typeof ICAL.Property>;

/** The events of the file; where the whole does not parse, each by itself. */
function parseEvents(text: string): { components: Component[]; unreadable: number } {
  const clean = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    // Programs forget to say that a date is a date.
    .replace(/^(DTSTART|DTEND|RECURRENCE-ID|EXDATE):(\d{8})[ \t]*$/gim, '$1;VALUE=DATE:$2');
  try {
    return { components: eventsIn(clean), unreadable: 0 };
  } catch {
    return parseEach(clean);
  }
}

function eventsIn(text: string): Component[] {
  if (text.trim() === '') return [];
  const parsed = ICAL.parse(text) as unknown[];
  const roots = (Array.isArray(parsed[0]) ? parsed : [parsed]) as ConstructorParameters<
    typeof ICAL.Component
  >[0][];
  return roots
    .map((root) => new ICAL.Component(root))
    .flatMap((root) => (root.name === 'vevent' ? [root] : root.getAllSubcomponents('vevent')));
}

const BLOCK = (name: string) => new RegExp(`^BEGIN:${name}\\s*$[\\s\\S]*?^END:${name}\\s*$`, 'gim');

function parseEach(text: string): { components: Component[]; unreadable: number } {
  const zones = text.match(BLOCK('VTIMEZONE')) ?? [];
  const components: Component[] = [];
  let unreadable = 0;
  for (const block of text.match(BLOCK('VEVENT')) ?? []) {
    const event = parseOne(block, zones);
    if (event) components.push(event);
    else unreadable += 1;
  }
  return { components, unreadable };
}

/** With its zones; without them where they are what is broken; then without the lines that are no property. */
function parseOne(block: string, zones: readonly string[]): Component | null {
  const lines = block.split(/\r?\n/);
  const kept = lines.filter((line) => /^(?:[ \t]|[A-Za-z0-9-]+(?:;[^:]*)?:)/.test(line)).join('\r\n');
  for (const attempt of [[...zones, block], [block], [kept]]) {
    try {
      const [event] = eventsIn(['BEGIN:VCALENDAR', ...attempt, 'END:VCALENDAR'].join('\r\n'));
      if (event) return event;
    } catch {
      // The next attempt asks for less.
    }
  }
  return null;
}

/** Master and exceptions of one UID together; an event without an UID stands alone. */
function bySeries(components: readonly Component[]): Component[][] {
  const series = new Map<string, Component[]>();
  components.forEach((component, at) => {
    const uid = textOf(component, 'uid') ?? `no uid ${at}`;
    series.set(uid, [...(series.get(uid) ?? []), component]);
  });
  return [...series.values()];
}

function occurrencesOf(components: readonly Component[], window: ReadWindow): CalendarEvent[] {
  const masters = components.filter((one) => !one.hasProperty('recurrence-id'));
  const exceptions = new Map(
    components
      .filter((one) => one.hasProperty('recurrence-id'))
      .map((one) => [instantOf(propertyOf(one, 'recurrence-id'), window.zone).at, one]),
  );
  const events = masters.flatMap((master) =>
    master.hasProperty('rrule') || master.hasProperty('rdate')
      ? expand(master, exceptions, window)
      : [eventOf(master, null, window)],
  );
  for (const one of exceptions.values()) {
    events.push(eventOf(one, occurrenceText(propertyOf(one, 'recurrence-id')), window));
  }
  // A date that the rule and RDATE both give is one occurrence.
  const unique = [...new Map(events.map((event) => [eventKey(event), event])).values()];
  return unique.filter(({ startsAt, endsAt }) => startsAt < window.to && endsAt >= window.from);
}

function expand(
  master: Component,
  exceptions: ReadonlyMap<number, Component>,
  window: ReadWindow,
): CalendarEvent[] {
  const start = propertyOf(master, 'dtstart');
  const whole = eventOf(master, null, window);
  const length = whole.endsAt - whole.startsAt;
  const events: CalendarEvent[] = [];
  const add = (time: Time, tzid: string | null, ownLength = length): number => {
    const { at } = toInstant(time, tzid, window.zone);
    if (at < window.to && at + ownLength >= window.from && !exceptions.has(at)) {
      const endsAt = whole.allDay ? dayLater(at, ownLength, whole.zone) : at + ownLength;
      events.push({ ...whole, occurrence: compact(time), startsAt: at, endsAt });
    }
    return at;
  };
  const extra = takeExtraDates(master);
  try {
    const expansion = new ICAL.RecurExpansion({
      component: master,
      dtstart: start.getFirstValue() as Time,
    });
    for (let step = 0; step < MOST_STEPS && events.length < MOST_OF_A_SERIES; step += 1) {
      const next = expansion.next();
      if (!next || add(next, tzidOf(start)) >= window.to) break;
    }
  } catch {
    // A rule that makes no sense: its first occurrence is what is sure.
    return [whole];
  }
  for (const { time, tzid, length: own } of extra) add(time, tzid, own);
  return events;
}

/** RDATE in its three forms; taken out of the component, whose expansion knows only plain times. */
function takeExtraDates(master: Component): { time: Time; tzid: string | null; length?: number }[] {
  const dates = master.getAllProperties('rdate').flatMap((property) => {
    try {
      return property.getValues().flatMap((value) => {
        const tzid = tzidOf(property);
        if (value instanceof ICAL.Period)
          return [{ time: value.start, tzid, length: value.getDuration().toSeconds() * 1000 }];
        return value instanceof ICAL.Time && value.year > 0 ? [{ time: value, tzid }] : [];
      });
    } catch {
      return [];
    }
  });
  master.removeAllProperties('rdate');
  return dates;
}

/** All-day events end at the beginning of a day, also where a clock change makes one shorter. */
function dayLater(at: number, length: number, zone: string): number {
  const days = Math.round(length / 86_400_000);
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).add({ days }).epochMilliseconds;
}

function eventOf(component: Component, occurrence: string | null, window: ReadWindow): CalendarEvent {
  const start = instantOf(propertyOf(component, 'dtstart'), window.zone);
  return {
    uid: textOf(component, 'uid') ?? fallbackUid(component, start.at),
    occurrence,
    title: textOf(component, 'summary'),
    description: textOf(component, 'description'),
    place: textOf(component, 'location'),
    startsAt: start.at,
    endsAt: Math.max(start.at, endOf(component, start, window.zone)),
    zone: start.zone,
    allDay: start.allDay,
    status: statusOf(component),
    organizer: component.hasProperty('organizer') ? personOf(propertyOf(component, 'organizer')) : null,
    attendees: component.getAllProperties('attendee').map(personOf),
  };
}

/** DTEND, else start and DURATION, else the start; of a day the next one (RFC 5545, 3.6.1). */
function endOf(component: Component, start: Moment, zone: string): number {
  if (component.hasProperty('dtend')) return instantOf(propertyOf(component, 'dtend'), zone).at;
  const length = component.getFirstPropertyValue('duration');
  const written = length instanceof ICAL.Duration ? length.toSeconds() : 0;
  const seconds = written > 0 && written < LONGEST_SECONDS ? written : 0;
  if (start.allDay) return dayLater(start.at, Math.max(seconds * 1000, 86_400_000), start.zone);
  return start.at + seconds * 1000;
}

interface Moment {
  at: number;
  zone: string;
  allDay: boolean;
}

function instantOf(property: Property, zone: string): Moment {
  const value = property.getFirstValue();
  if (value instanceof ICAL.Period) return toInstant(value.start, tzidOf(property), zone);
  if (!(value instanceof ICAL.Time)) throw new RangeError('no time');
  return toInstant(value, tzidOf(property), zone);
}

/**
 * The zone's name decides where this computer knows it: files carry old or invented rules for well-known zones. Else
 * the rules of the file's VTIMEZONE.
 */
function toInstant(time: Time, tzid: string | null, deviceZone: string): Moment {
  if (time.isDate) return { at: wallTime(time, deviceZone), zone: deviceZone, allDay: true };
  const named = tzid === null ? null : zoneOf(tzid);
  if (named !== null && time.zone?.tzid !== 'UTC')
    return { at: wallTime(time, named), zone: named, allDay: false };
  const floats = !time.zone || time.zone.tzid === 'floating';
  const at = floats ? wallTime(time, deviceZone) : time.toUnixTime() * 1000;
  if (!Number.isFinite(at)) throw new RangeError('no time');
  return { at, zone: deviceZone, allDay: false };
}

function wallTime({ year, month, day, hour, minute, second, isDate }: Time, zone: string): number {
  const wall = new Temporal.PlainDateTime(
    year,
    month,
    day,
    ...(isDate ? [] : [hour, minute, Math.min(second, 59)]),
  );
  return wall.toZonedDateTime(zone).epochMilliseconds;
}

function tzidOf(property: Property): string | null {
  const tzid = property.getParameter('tzid');
  return typeof tzid === 'string' ? tzid : null;
}

/** As RECURRENCE-ID writes it: 20261127, 20261127T090000 or 20261127T080000Z. */
function occurrenceText(property: Property): string | null {
  const value = property.getFirstValue();
  return value instanceof ICAL.Time ? compact(value) : null;
}

function compact(time: Time): string {
  return time.toICALString();
}

/** The same file read twice must name it alike. */
function fallbackUid(component: Component, at: number): string {
  return `${at}-${textOf(component, 'summary') ?? ''}`.slice(0, 400);
}

function statusOf(component: Component): CalendarEvent['status'] {
  const status = textOf(component, 'status')?.toUpperCase();
  if (status === 'CANCELLED') return 'cancelled';
  return status === 'TENTATIVE' ? 'tentative' : 'confirmed';
}

function personOf(property: Property): CalendarPerson {
  const name = property.getParameter('cn');
  const address = String(property.getFirstValue() ?? '');
  const email = /^mailto:\s*(.*\S)/i.exec(address)?.[1] ?? (address.includes('@') ? address : null);
  return { name: (typeof name === 'string' && name.trim()) || null, email };
}

function propertyOf(component: Component, name: string): Property {
  const property = component.getFirstProperty(name);
  if (!property) throw new RangeError(`no ${name}`);
  return property;
}

function textOf(component: Component, name: string): string | null {
  const value = component.getFirstPropertyValue(name);
  return (typeof value === 'string' && value.trim()) || null;
}
