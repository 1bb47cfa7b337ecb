import fs from 'node:fs';
import path from 'node:path';
import ical, { type VEvent } from 'node-ical';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Appointment } from '#shared/contract/calendar.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 'Europe/Bratislava';

let engine: TestEngine;
let client: string;
let jan: string;

beforeEach(async () => {
  engine = openTestEngine();
  client = await addClient('Tatra Mlyn, a.s.');
  jan = await addPerson('Ján', 'Novák', 'jan.novak@mlyn.example');
});

afterEach(() => {
  engine.close();
  vi.useRealTimers();
});

/** Two seconds on the clock of this computer. */
function later(): void {
  const now = Date.now() + 2000;
  vi.useFakeTimers({ toFake: ['Date'], now });
}

async function addClient(name: string): Promise<string> {
  const id = engine.base.newId();
  await engine.client.clients.create({ id, values: { name, status: 'active' } });
  return id;
}

async function addPerson(firstName: string, lastName: string, email: string | null): Promise<string> {
  const id = engine.base.newId();
  await engine.client.contacts.create({ id, values: { firstName, lastName } });
  await engine.client.positions.create({
    id: engine.base.newId(),
    values: { client, contact: id, workEmails: email ? [{ kind: 'work', value: email }] : [] },
  });
  return id;
}

const event = (lines: string): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n${lines.trim().replaceAll('\n', '\r\n')}\r\nEND:VEVENT\r\nEND:VCALENDAR`;

const OUTLOOK = event(`
UID:040000008200E00074C5B7101A82E008
SUMMARY:Rokovanie o cenách
DTSTART;TZID=Central Europe Standard Time:20270310T090000
DTEND;TZID=Central Europe Standard Time:20270310T103000
LOCATION:Žilina\\, Hala 2
ATTENDEE;CN=Novák Ján:mailto:JAN.NOVAK@mlyn.example
ATTENDEE;CN=Info:mailto:info@mlyn.example`);

const read = (text: string) =>
  engine.client.calendar.read({ text, zone: ZONE, from: 0, to: Date.UTC(2040, 0) });

const planned = (one: Appointment, id = engine.base.newId()) => ({
  kind: 'plan' as const,
  id,
  key: one.key,
  cancelled: one.cancelled,
  values: {
    client: one.client?.id ?? client,
    type: one.type,
    title: one.title,
    startsAt: one.startsAt,
    endsAt: one.endsAt,
    zone: one.zone,
    place: one.place,
    people: one.people.map(({ id: person }) => person),
    agenda: one.description,
  },
});

const followed = ({ known, cancelled, startsAt, endsAt, zone }: Appointment) => ({
  kind: 'follow' as const,
  id: known?.id ?? '',
  cancelled,
  startsAt,
  endsAt,
  zone,
});

const give = async () =>
  engine.client.calendar.give({ from: Date.UTC(2020, 0), to: Date.UTC(2040, 0), mine: true });

describe('a file of another calendar', () => {
  test('the client is known by the e-mail of a person, the type by a word', async () => {
    const { appointments, outside, unreadable } = await read(OUTLOOK);
    expect({ outside, unreadable }).toEqual({ outside: 0, unreadable: 0 });
    expect(appointments).toMatchObject([
      {
        title: 'Rokovanie o cenách',
        place: 'Žilina, Hala 2',
        startsAt: Date.UTC(2027, 2, 10, 8),
        endsAt: Date.UTC(2027, 2, 10, 9, 30),
        attendees: ['Novák Ján', 'Info'],
        people: [{ id: jan, name: 'Ján Novák' }],
        client: { id: client, name: 'Tatra Mlyn, a.s.', by: 'person' },
        type: 'negotiation',
        known: null,
        conflicts: [],
      },
    ]);
  });

  test('else by its name in the title, whatever the legal form; a word is no name', async () => {
    const named = OUTLOOK.replace('Rokovanie o cenách', 'Ukážka – TATRA MLÝN').replaceAll('ATTENDEE', 'X-A');
    expect((await read(named)).appointments[0]).toMatchObject({
      client: { id: client, by: 'name' },
      type: 'presentation',
    });
    const other = OUTLOOK.replaceAll('ATTENDEE', 'X-A');
    expect((await read(other)).appointments[0]?.client).toBeNull();
  });

  test('taken, moved in the other calendar and called off there: one meeting that follows', async () => {
    const [first] = (await read(OUTLOOK)).appointments as [Appointment];
    const one = planned(first);
    await engine.client.calendar.take({ appointments: [one] });
    await engine.client.calendar.take({ appointments: [one] });
    const meeting = async () => (await engine.client.meetingPlans.get({ id: one.id })).meeting;
    expect(await meeting()).toMatchObject({ title: 'Rokovanie o cenách', status: 'planned', people: [jan] });
    expect((await read(OUTLOOK)).appointments[0]?.known).toEqual({ id: one.id, change: 'none' });

    await engine.client.meetingPlans.edit({ id: one.id, values: { aims: ['Cena'] } });
    const moved = OUTLOOK.replaceAll('20270310', '20270311');
    const [again] = (await read(moved)).appointments as [Appointment];
    expect(again.known).toEqual({ id: one.id, change: 'moved' });
    await engine.client.calendar.take({ appointments: [followed(again)] });
    expect(await meeting()).toMatchObject({ startsAt: Date.UTC(2027, 2, 11, 8), aims: ['Cena'] });

    const off = moved.replace('END:VEVENT', 'STATUS:CANCELLED\r\nEND:VEVENT');
    const [last] = (await read(off)).appointments as [Appointment];
    expect(last.known).toEqual({ id: one.id, change: 'cancelled' });
    const { action } = await engine.client.calendar.take({ appointments: [followed(last)] });
    expect(await meeting()).toMatchObject({ status: 'cancelled' });
    await engine.client.undo.apply({ action: action ?? '' });
    expect(await meeting()).toMatchObject({ status: 'planned' });
  });

  test('what is in the way of it is told', async () => {
    const startsAt = Date.UTC(2027, 2, 10, 9);
    await engine.client.meetingPlans.plan({
      id: engine.base.newId(),
      values: { client, type: 'review', startsAt, endsAt: startsAt + HOUR, zone: ZONE },
    });
    expect((await read(OUTLOOK)).appointments[0]?.conflicts).toMatchObject([{ kind: 'overlap' }]);
  });

  test('what is no calendar is refused with a word, an empty calendar is not', async () => {
    await expect(read('Meno;Priezvisko\nJán;Novák')).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'notACalendar' },
    });
    expect((await read('BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR')).appointments).toEqual([]);
  });

  test('files of many programs: every event can be taken, and comes back as it was shown', async () => {
    const folder = path.join(import.meta.dirname, '../../../fixtures/calendars');
    const texts = fs
      .readdirSync(folder)
      .filter((name) => /^(?:alarm|issue_3|issue_5|rfc_9|event_)/.test(name))
      .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
    const shown = new Map<string, Appointment>();
    for (const text of texts) for (const one of (await read(text)).appointments) shown.set(one.key, one);
    expect(shown.size).toBeGreaterThan(60);
    await engine.client.calendar.take({ appointments: [...shown.values()].map((one) => planned(one)) });
    const given = await engine.client.calendar.give({ from: 0, to: Date.UTC(2040, 0), mine: true });
    expect(given.count).toBe(shown.size);
    for (const back of (await read(given.text)).appointments) {
      const { title, startsAt, endsAt, zone, place, description, cancelled } = shown.get(back.key) ?? {};
      expect(back).toMatchObject({ startsAt, endsAt, zone, place, description, cancelled });
      // One without a title is called by its type and client.
      expect(back.title).toBe(title ?? back.title);
      expect(back.known?.change).toBe('none');
    }
  });
});

describe('our files', () => {
  const plan = async (values: object = {}) => {
    const id = engine.base.newId();
    const startsAt = Date.UTC(2027, 4, 5, 7);
    await engine.client.meetingPlans.plan({
      id,
      values: {
        client,
        type: 'negotiation',
        startsAt,
        endsAt: startsAt + HOUR,
        zone: ZONE,
        people: [jan],
        place: 'Martin',
        stand: 'B12',
        agenda: 'Ceny\nDodacie lehoty',
        planLimit: 'Najviac 6 %',
        notes: 'Neplatí načas',
        ...values,
      },
    });
    return id;
  };

  test('another parser finds the meeting in them, and nothing that is only for us', async () => {
    const id = await plan();
    const { text, count } = await give();
    expect(count).toBe(1);
    const [found] = Object.values(ical.sync.parseICS(text)) as VEvent[];
    const event_ = Object.values(ical.sync.parseICS(text)).find(
      (one) => (one as VEvent).type === 'VEVENT',
    ) as VEvent;
    expect(found).toBeDefined();
    expect(event_).toMatchObject({
      uid: `${id}@vizitka`,
      summary: 'Rokovanie – Tatra Mlyn, a.s.',
      location: 'Martin, B12',
      description: 'Ceny\nDodacie lehoty',
    });
    expect(event_.start.toISOString()).toBe('2027-05-05T07:00:00.000Z');
    expect(text).not.toMatch(/6 %|Neplatí|mlyn\.example/);
    expect((await read(text)).appointments[0]?.known).toEqual({ id, change: 'none' });
  });

  test('an invitation names those who have an e-mail, says who has none, and grows with each change', async () => {
    const eva = await addPerson('Eva', 'Malá', null);
    const id = await plan({ people: [jan, eva] });
    const invite = () => engine.client.calendar.invite({ id, from: 'jana@firma.example' });
    const first = await invite();
    expect(first).toMatchObject({ invited: ['Ján Novák'], without: ['Eva Malá'] });
    expect(first.text).toContain('METHOD:REQUEST');
    expect(first.text.replaceAll('\r\n ', '')).toMatch(/ATTENDEE.*CN="Ján Novák"/);
    const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    const startsAt = Date.UTC(2027, 4, 6, 7);
    later();
    await engine.client.meetingPlans.edit({ id, values: { startsAt, endsAt: startsAt + DAY } });
    const second = await invite();
    expect(sequence(second.text)).toBeGreaterThan(sequence(first.text));
    later();
    await engine.client.meetingPlans.cancel({ id });
    const third = await invite();
    expect(third.text).toContain('METHOD:CANCEL');
    expect(sequence(third.text)).toBeGreaterThan(sequence(second.text));
    expect((await engine.client.calendar.invite({ id, from: null })).text).toContain('METHOD:PUBLISH');
  });
});
