import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

const ZONE = 'Europe/Bratislava';

let engine: TestEngine;
let client: string;

beforeEach(async () => {
  engine = openTestEngine();
  client = await addClient('Želiarska pekáreň, s.r.o.', 'Poprad');
});

afterEach(() => engine.close());

async function addClient(name: string, town: string): Promise<string> {
  const id = engine.base.newId();
  await engine.client.clients.create({ id, values: { name, town, status: 'active' } });
  return id;
}

type NewTrip = Parameters<typeof engine.client.trips.create>[0]['values'];

async function drive(values: Partial<NewTrip> & { on: string; kilometres: number }) {
  const id = engine.base.newId();
  const { action } = await engine.client.trips.create({
    id,
    values: {
      client,
      fromPlace: 'Žilina',
      toPlace: 'Poprad',
      purpose: 'Návšteva',
      vehicle: 'ZA-123AB',
      ...values,
    },
  });
  return { id, action: action ?? '' };
}

async function visit(at: string, values: { place?: string; zone?: string } = {}) {
  const id = engine.base.newId();
  const happenedAt = Date.parse(at);
  await engine.client.meetings.log({
    id,
    values: { client, kind: 'visit', happenedAt, zone: ZONE, summary: 'Skúška', ...values },
  });
  return id;
}

async function exported(period: string, format: 'xlsx' | 'csv-excel') {
  const pieces: Buffer[] = [];
  for await (const event of await engine.client.trips.export({ period, format })) {
    if (event.type === 'chunk') pieces.push(Buffer.from(event.chunk, 'base64'));
    if (event.type === 'done') return { bytes: Buffer.concat(pieces), name: event.name, rows: event.rows };
  }
  throw new Error('the file did not end');
}

describe('the log of a month', () => {
  test('lists the trips by day and adds them up by client and by month', async () => {
    const other = await addClient('Alfa, a.s.', 'Košice');
    await drive({ on: '2026-11-20', kilometres: 120 });
    await drive({ on: '2026-11-03', kilometres: 84, client: other, toPlace: 'Košice' });
    await drive({ on: '2026-11-20', kilometres: 120, fromPlace: 'Poprad', toPlace: 'Žilina' });
    await drive({ on: '2026-11-30', kilometres: 10, client: null, toPlace: null });
    await drive({ on: '2026-10-31', kilometres: 7 });

    const log = await engine.client.trips.month({ month: '2026-11' });
    expect(log.rows.map(({ trip, clientName }) => [trip.on, trip.kilometres, clientName])).toEqual([
      ['2026-11-03', 84, 'Alfa, a.s.'],
      ['2026-11-20', 120, 'Želiarska pekáreň, s.r.o.'],
      ['2026-11-20', 120, 'Želiarska pekáreň, s.r.o.'],
      ['2026-11-30', 10, null],
    ]);
    expect(log.kilometres).toBe(334);
    expect(log.byClient).toEqual([
      { client, name: 'Želiarska pekáreň, s.r.o.', trips: 2, kilometres: 240 },
      { client: other, name: 'Alfa, a.s.', trips: 1, kilometres: 84 },
      { client: null, name: null, trips: 1, kilometres: 10 },
    ]);
    expect(log.byMonth).toHaveLength(12);
    expect(log.byMonth.slice(-2)).toEqual([
      { month: '2026-10', kilometres: 7 },
      { month: '2026-11', kilometres: 334 },
    ]);
    expect(log.drivers).toEqual([{ id: log.member, name: 'Jana Testová' }]);
  });

  test('a trip is edited and removed, and both are taken back', async () => {
    const { id } = await drive({ on: '2026-11-20', kilometres: 120 });
    const edited = await engine.client.trips.edit({ id, values: { kilometres: 121 } });
    expect((await engine.client.trips.get({ id })).trip.kilometres).toBe(121);
    await engine.client.undo.apply({ action: edited.action ?? '' });
    expect((await engine.client.trips.get({ id })).trip.kilometres).toBe(120);
    const removed = await engine.client.trips.remove({ id });
    await expect(engine.client.trips.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await engine.client.undo.apply({ action: removed.action ?? '' });
    expect((await engine.client.trips.get({ id })).clientName).toBe('Želiarska pekáreň, s.r.o.');
  });

  test('sending the same trip twice adds nothing; what is no distance is refused', async () => {
    const { id } = await drive({ on: '2026-11-20', kilometres: 120 });
    const values = { on: '2026-11-20', kilometres: 5 };
    expect(await engine.client.trips.create({ id, values })).toEqual({ action: null });
    const create = engine.client.trips.create({
      id: engine.base.newId(),
      values: { on: '2026-11-20', kilometres: -1 },
    });
    await expect(create).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('visits without a trip', () => {
  test('are those of the month, in the zone where they were, that nobody drove to', async () => {
    const driven = await visit('2026-11-03T09:00:00Z');
    await drive({ on: '2026-11-03', kilometres: 84, interaction: driven });
    // Still the last of October where it was.
    await visit('2026-11-01T04:00:00Z', { zone: 'America/Los_Angeles' });
    const here = await visit('2026-11-30T23:30:00Z', { zone: 'America/Los_Angeles', place: 'Fresno' });
    const town = await visit('2026-11-12T09:00:00Z');
    const log = await engine.client.trips.month({ month: '2026-11' });
    expect(log.visits.map(({ interaction, on, place }) => [interaction, on, place])).toEqual([
      [town, '2026-11-12', 'Poprad'],
      [here, '2026-11-30', 'Fresno'],
    ]);
  });

  test('one with a trip stays so when it is corrected, and a second visit of the day needs none', async () => {
    const first = await visit('2026-11-03T09:00:00Z');
    await drive({ on: '2026-11-03', kilometres: 84, interaction: first });
    await visit('2026-11-03T13:00:00Z');
    await engine.client.meetings.correct({
      id: engine.base.newId(),
      corrects: first,
      values: { client, kind: 'visit', happenedAt: Date.parse('2026-11-04T09:00:00Z'), zone: ZONE },
    });
    expect((await engine.client.trips.month({ month: '2026-11' })).visits).toEqual([]);
  });
});

describe('what a new trip begins with', () => {
  test('the day, client and place of its visit, by any version of it', async () => {
    const first = await visit('2026-11-03T09:00:00Z');
    const values = {
      client,
      kind: 'visit' as const,
      happenedAt: Date.parse('2026-11-04T09:00:00Z'),
      zone: ZONE,
    };
    await engine.client.meetings.correct({ id: engine.base.newId(), corrects: first, values });
    const name = 'Želiarska pekáreň, s.r.o.';
    expect(await engine.client.trips.visit({ id: first })).toMatchObject({
      client,
      clientName: name,
      on: '2026-11-04',
      place: 'Poprad',
    });
    await expect(engine.client.trips.visit({ id: engine.base.newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('where the day ended so far, else where the last day began; the last vehicle', async () => {
    expect(await engine.client.trips.suggest({ on: '2026-11-21' })).toEqual({
      fromPlace: null,
      vehicle: null,
    });
    await drive({ on: '2026-11-20', kilometres: 84 });
    await drive({ on: '2026-11-20', kilometres: 84, fromPlace: 'Poprad', toPlace: 'Levoča', vehicle: null });
    expect(await engine.client.trips.suggest({ on: '2026-11-20' })).toEqual({
      fromPlace: 'Levoča',
      vehicle: 'ZA-123AB',
    });
    expect((await engine.client.trips.suggest({ on: '2026-11-21' })).fromPlace).toBe('Žilina');
  });

  test('the last distance between two towns, either way, however they were typed', async () => {
    await drive({ on: '2026-11-10', kilometres: 130 });
    await drive({ on: '2026-11-20', kilometres: 128, fromPlace: 'Poprad', toPlace: 'Žilina' });
    const found = await engine.client.trips.distance({ from: 'zilina ', to: 'POPRAD' });
    expect(found).toEqual({ kilometres: 128, on: '2026-11-20' });
    expect(await engine.client.trips.distance({ from: 'Žilina', to: 'Levoča' })).toBeNull();
    expect(await engine.client.trips.distance({ from: '', to: '' })).toBeNull();
  });
});

describe('the file for the tax office', () => {
  beforeEach(async () => {
    await drive({ on: '2026-11-20', kilometres: 120, purpose: '=1+1; "káva"' });
    await drive({ on: '2026-11-03', kilometres: 84 });
    await drive({ on: '2026-02-03', kilometres: 6 });
  });

  test('as CSV for Excel: Slovak headings, guarded formulas, the sum in the last line', async () => {
    const { bytes, name, rows } = await exported('2026-11', 'csv-excel');
    expect([name, rows]).toEqual(['kniha-jazd-2026-11.csv', 2]);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [headings, ...lines] = parse(bytes, { bom: true, delimiter: ';' }) as string[][];
    expect(headings).toEqual([
      'Deň',
      'Odkiaľ',
      'Kam',
      'Účel cesty',
      'Klient',
      'Vozidlo',
      'Kto cestoval',
      'Kilometre',
    ]);
    const to = ['Žilina', 'Poprad'];
    const rest = ['Želiarska pekáreň, s.r.o.', 'ZA-123AB', 'Jana Testová'];
    expect(lines).toEqual([
      ['2026-11-03', ...to, 'Návšteva', ...rest, '84'],
      ['2026-11-20', ...to, `'=1+1; "káva"`, ...rest, '120'],
      ['', 'Spolu', '', '', '', '', '', '204'],
    ]);
  });

  test('as a workbook of a year, with days as days and kilometres as numbers', async () => {
    const { bytes, name } = await exported('2026', 'xlsx');
    expect(name).toBe('kniha-jazd-2026.xlsx');
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.name).toBe('Kniha jázd');
    const [headings, first, , , sum] = sheets[0]?.rows ?? [];
    expect(headings?.[7]).toBe('Kilometre');
    expect(first?.[0]).toEqual(new Date('2026-02-03T00:00:00Z'));
    expect(first?.[7]).toBe(6);
    expect([sum?.[1], sum?.[7]]).toEqual(['Spolu', 210]);
  });
});
