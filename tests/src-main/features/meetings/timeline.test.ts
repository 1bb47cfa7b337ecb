import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { write } from '#main/data/write.ts';
import { lastContacts, nextStepsOf } from '#main/features/meetings/facts.ts';
import { interaction } from '#shared/entities/meetings.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 'Europe/Bratislava';

let engine: TestEngine;
let client: string;

beforeEach(async () => {
  engine = openTestEngine();
  client = await addClient('Želiarska pekáreň, s.r.o.');
});

afterEach(() => engine.close());

async function addClient(name: string): Promise<string> {
  const id = engine.base.newId();
  await engine.client.clients.create({ id, values: { name, status: 'active' } });
  return id;
}

async function addPerson(firstName: string, lastName: string): Promise<string> {
  const id = engine.base.newId();
  await engine.client.contacts.create({ id, values: { titlesBefore: 'Ing.', firstName, lastName } });
  return id;
}

type LogValues = Parameters<typeof engine.client.meetings.log>[0]['values'];

function visit(values: Partial<LogValues> = {}): LogValues {
  return { client, kind: 'visit', happenedAt: Date.now(), zone: ZONE, ...values };
}

async function log(values: Partial<LogValues> = {}, objections: { id: string; text: string }[] = []) {
  const id = engine.base.newId();
  const { action } = await engine.client.meetings.log({ id, values: visit(values), objections });
  return { id, action };
}

describe('logging', () => {
  test('an entry and its objections are one action and are taken back together', async () => {
    const person = await addPerson('Ján', 'Novák');
    const heard = engine.base.newId();
    const at = Date.now() - DAY;
    const { id, action } = await log({ people: [person], happenedAt: at, summary: 'Ochutnávka' }, [
      { id: heard, text: 'Drahšie ako konkurencia' },
    ]);

    const entry = await engine.client.meetings.get({ id });
    expect(entry.authorName).toBe('Jana Testová');
    expect(entry.people).toEqual([{ id: person, name: 'Ing. Ján Novák' }]);
    expect(entry.objections).toEqual([
      { id: heard, text: 'Drahšie ako konkurencia', kind: null, outcome: 'open' },
    ]);
    const { objection, contactName, events } = await engine.client.objections.get({ id: heard });
    expect(objection).toMatchObject({ client, contact: person, interaction: id, raisedAt: at });
    expect(contactName).toBe('Ing. Ján Novák');
    expect(events.map(({ event }) => [event.outcome, event.happenedAt])).toEqual([['open', at]]);

    await engine.client.undo.apply({ action: action ?? '' });
    await expect(engine.client.meetings.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(engine.client.objections.get({ id: heard })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('nobody is named as the author of an objection when several people were met', async () => {
    const people = [await addPerson('Ján', 'Novák'), await addPerson('Eva', 'Malá')];
    const heard = engine.base.newId();
    await log({ people }, [{ id: heard, text: 'Dlhé dodanie' }]);
    expect((await engine.client.objections.get({ id: heard })).objection.contact).toBeNull();
  });

  test('sending the same command twice adds nothing', async () => {
    const input = {
      id: engine.base.newId(),
      values: visit(),
      objections: [{ id: engine.base.newId(), text: 'Neskoro' }],
    };
    await engine.client.meetings.log(input);
    expect(await engine.client.meetings.log(input)).toEqual({ action: null });
    expect((await engine.client.objections.get({ id: input.objections[0]?.id ?? '' })).events).toHaveLength(
      1,
    );
    expect((await engine.client.meetings.timeline({ client })).total).toBe(1);
  });

  test('a bad objection leaves no entry behind', async () => {
    const id = engine.base.newId();
    const objections = [{ id: engine.base.newId(), text: 'Zlý znak \u0007' }];
    await expect(engine.client.meetings.log({ id, values: visit(), objections })).rejects.toMatchObject({
      code: 'INVALID',
    });
    await expect(engine.client.meetings.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('an unknown client is refused', async () => {
    const id = engine.base.newId();
    const values = visit({ client: engine.base.newId() });
    await expect(engine.client.meetings.log({ id, values })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { entity: 'client' },
    });
  });
});

describe('correcting', () => {
  test('the newest version stands for the entry, and keeps the objections heard in the first', async () => {
    const heard = engine.base.newId();
    const first = await log({ summary: 'prvá' }, [{ id: heard, text: 'Cena' }]);
    const second = engine.base.newId();
    const third = engine.base.newId();
    await engine.client.meetings.correct({
      id: second,
      corrects: first.id,
      values: visit({ summary: 'druhá' }),
    });
    // The screen still had the first version open.
    await engine.client.meetings.correct({
      id: third,
      corrects: first.id,
      values: visit({ summary: 'tretia' }),
    });

    for (const id of [first.id, second, third]) {
      const entry = await engine.client.meetings.get({ id });
      expect(entry.interaction).toMatchObject({ id: third, summary: 'tretia', corrects: second });
      expect(entry.corrected.map((version) => version.summary)).toEqual(['druhá', 'prvá']);
      expect(entry.objections.map((objection) => objection.id)).toEqual([heard]);
    }
    const { total, entries } = await engine.client.meetings.timeline({ client });
    expect([total, entries.length]).toEqual([1, 1]);
  });

  test('repeating a correction does not correct the correction', async () => {
    const first = await log();
    const input = { id: engine.base.newId(), corrects: first.id, values: visit({ summary: 'oprava' }) };
    await engine.client.meetings.correct(input);
    expect(await engine.client.meetings.correct(input)).toEqual({ action: null });
    expect((await engine.client.meetings.get({ id: first.id })).corrected).toHaveLength(1);
  });

  test('a correction removed from the middle does not bring its predecessor up again', async () => {
    const first = await log({ summary: 'prvá' });
    const second = engine.base.newId();
    const third = engine.base.newId();
    await engine.client.meetings.correct({
      id: second,
      corrects: first.id,
      values: visit({ summary: 'druhá' }),
    });
    await engine.client.meetings.correct({
      id: third,
      corrects: second,
      values: visit({ summary: 'tretia' }),
    });
    write(engine.base, { key: 'interactionCorrected', params: {} }, (tx) => tx.remove(interaction, second));
    const { entries } = await engine.client.meetings.timeline({ client });
    expect(entries.map((entry) => entry.interaction.summary)).toEqual(['tretia']);
    expect(entries[0]?.corrected.map((version) => version.summary)).toEqual(['prvá']);
  });

  test('taking the last correction back brings the version before it up again', async () => {
    const first = await log({ summary: 'prvá' });
    const correction = { id: engine.base.newId(), corrects: first.id, values: visit({ summary: 'druhá' }) };
    const { action } = await engine.client.meetings.correct(correction);
    await engine.client.undo.apply({ action: action ?? '' });
    const entry = await engine.client.meetings.get({ id: first.id });
    expect([entry.interaction.summary, entry.corrected]).toEqual(['prvá', []]);
  });

  test('an entry stays with its client', async () => {
    const first = await log();
    const values = visit({ client: await addClient('Iný klient, a.s.') });
    const correction = { id: engine.base.newId(), corrects: first.id, values };
    await expect(engine.client.meetings.correct(correction)).rejects.toMatchObject({ code: 'REFUSED' });
  });
});

describe('the timeline', () => {
  test('is newest first by when it happened, whenever it was written', async () => {
    const now = Date.now();
    await log({ happenedAt: now - DAY, summary: 'včera' });
    await log({ happenedAt: now, summary: 'dnes' });
    await log({ happenedAt: now - 2 * DAY, summary: 'predvčerom' });
    const page = await engine.client.meetings.timeline({ client, offset: 1, limit: 2 });
    expect(page.total).toBe(3);
    expect(page.entries.map(({ interaction }) => interaction.summary)).toEqual(['včera', 'predvčerom']);
  });

  test('is filtered by client, person and kind of the newest version', async () => {
    const person = await addPerson('Ján', 'Novák');
    const other = await addClient('Iný klient, a.s.');
    const met = await log({ people: [await addPerson('Eva', 'Malá'), person] });
    const call = await log({ kind: 'call', client: other });
    const mistaken = await log({ kind: 'call' });
    const corrected = engine.base.newId();
    await engine.client.meetings.correct({
      id: corrected,
      corrects: mistaken.id,
      values: visit({ kind: 'email' }),
    });

    const ids = async (filter: Parameters<typeof engine.client.meetings.timeline>[0]) =>
      (await engine.client.meetings.timeline(filter)).entries.map(({ interaction }) => interaction.id);
    expect(await ids({ contact: person })).toEqual([met.id]);
    expect(await ids({ client: other })).toEqual([call.id]);
    expect(await ids({ kinds: ['call'] })).toEqual([call.id]);
    expect(await ids({ client, kinds: ['email'] })).toEqual([corrected]);
    expect(await ids({})).toHaveLength(3);
  });
});

describe('facts for the client desk', () => {
  test('the last contact is neither a note nor a version that was corrected', async () => {
    const now = Date.now();
    const mistaken = await log({ happenedAt: now - DAY });
    await engine.client.meetings.correct({
      id: engine.base.newId(),
      corrects: mistaken.id,
      values: visit({ happenedAt: now - 3 * DAY }),
    });
    await log({ kind: 'note', happenedAt: now });
    const other = await addClient('Bez kontaktu, a.s.');
    expect([...lastContacts(engine.base, [client, other])]).toEqual([[client, now - 3 * DAY]]);
  });

  test('next steps come earliest first and are forgotten after 90 days, unless they lie ahead', async () => {
    vi.spyOn(engine.base, 'now').mockReturnValue(Date.UTC(2026, 10, 24, 12));
    const now = engine.base.now();
    await log({ nextStep: 'Bez dňa', happenedAt: now - DAY });
    await log({ nextStep: 'Zavolať', nextStepOn: '2026-12-01', happenedAt: now - DAY });
    await log({ nextStep: 'Dávno', nextStepOn: '2026-02-01', happenedAt: now - 300 * DAY });
    await log({ nextStep: 'Výročie', nextStepOn: '2027-01-15', happenedAt: now - 300 * DAY });
    const heard = { text: 'Cena', followUp: 'Poslať cenník', followUpOn: '2026-11-25' };
    const done = { text: 'Záruka', followUp: 'Overiť záruku', outcome: 'overcome' as const };
    await engine.client.meetings.log({
      id: engine.base.newId(),
      values: visit({ happenedAt: now - 200 * DAY }),
      objections: [
        { id: engine.base.newId(), ...heard },
        { id: engine.base.newId(), ...done },
      ],
    });
    expect(nextStepsOf(engine.base, client).map((step) => [step.source, step.text, step.on])).toEqual([
      ['objection', 'Poslať cenník', '2026-11-25'],
      ['interaction', 'Zavolať', '2026-12-01'],
      ['interaction', 'Výročie', '2027-01-15'],
      ['interaction', 'Bez dňa', null],
    ]);
  });
});
