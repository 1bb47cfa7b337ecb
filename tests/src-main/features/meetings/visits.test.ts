import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { write } from '#main/data/write.ts';
import { meeting } from '#shared/entities/meetings.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

const ZONE = 'Europe/Bratislava';
const START = Date.parse('2026-11-24T09:00:00Z');
const HOUR = 3_600_000;

let engine: TestEngine;
let client: string;
let person: string;
let planned: string;

beforeEach(async () => {
  engine = openTestEngine();
  client = engine.base.newId();
  await engine.client.clients.create({
    id: client,
    values: { name: 'Želiarska pekáreň, s.r.o.', status: 'active' },
  });
  person = engine.base.newId();
  await engine.client.contacts.create({ id: person, values: { firstName: 'Ján', lastName: 'Novák' } });
  planned = engine.base.newId();
  write(engine.base, { key: 'demo', params: {} }, (tx) =>
    tx.create(meeting, planned, {
      client,
      type: 'negotiation',
      status: 'planned',
      startsAt: START,
      endsAt: START + HOUR,
      zone: ZONE,
    }),
  );
});

afterEach(() => engine.close());

type Logged = Parameters<typeof engine.client.meetings.log>[0];

/** A visit to the planned meeting, with everything that can be said of one. */
function visit(): Logged {
  const newId = () => engine.base.newId();
  return {
    id: newId(),
    values: {
      client,
      kind: 'visit',
      happenedAt: START,
      endedAt: START + 1.5 * HOUR,
      zone: ZONE,
      meeting: planned,
      people: [person],
      place: 'Poprad, závod 2',
      summary: 'Ochutnávka',
      needs: 'Menšie balenie',
    },
    objections: [{ id: newId(), text: 'Drahšie ako konkurencia' }],
    promises: [
      { id: newId(), side: 'ours', text: 'Poslať vzorky', dueOn: '2026-11-27', department: 'Sklad' },
      { id: newId(), side: 'theirs', text: 'Vyhodnotiť skúšku' },
    ],
    trip: { id: newId(), kilometres: 84, fromPlace: 'Žilina', toPlace: 'Poprad' },
  };
}

function statusOfMeeting(): string | undefined {
  return engine.base.reader.prepare('SELECT status FROM meeting WHERE id = ?').pluck().get(planned) as string;
}

describe('a visit', () => {
  test('with promises, an objection, the way there and the meeting that it ends is one action', async () => {
    const input = visit();
    const { action } = await engine.client.meetings.log(input);
    const entry = await engine.client.meetings.get({ id: input.id });
    expect(entry.interaction).toMatchObject(input.values);
    expect(entry.meeting).toEqual({ id: planned, type: 'negotiation', title: null, startsAt: START });
    expect(entry.trip).toEqual({ id: input.trip?.id, kilometres: 84 });
    expect(entry.promises.map(({ side, text, dueOn, state }) => [side, text, dueOn, state])).toEqual([
      ['ours', 'Poslať vzorky', '2026-11-27', 'open'],
      ['theirs', 'Vyhodnotiť skúšku', null, 'open'],
    ]);
    expect(entry.promises[0]).toMatchObject({
      client,
      contact: person,
      memberName: 'Jana Testová',
      department: 'Sklad',
      promisedAt: START,
      interaction: input.id,
    });
    expect((await engine.client.trips.month({ month: '2026-11' })).rows[0]?.trip).toMatchObject({
      client,
      interaction: input.id,
      on: '2026-11-24',
    });
    expect(statusOfMeeting()).toBe('held');

    await engine.client.undo.apply({ action: action ?? '' });
    await expect(engine.client.meetings.get({ id: input.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await engine.client.trips.month({ month: '2026-11' })).rows).toEqual([]);
    expect(statusOfMeeting()).toBe('planned');
  });

  test('takes along the photo that was sent for it, and goes with it when it is taken back', async () => {
    const { attachments } = engine.client;
    const id = engine.base.newId();
    await attachments.begin({ id, client, name: 'paleta.txt', recording: false });
    await attachments.send({ id, offset: 0, chunk: new File(['Paleta 12'], 'slice') });
    await attachments.finish({ id });
    const input = { ...visit(), attachments: [{ id, caption: 'Poškodený roh' }] };
    const { action } = await engine.client.meetings.log(input);
    expect(await attachments.list({ interactions: [input.id] })).toMatchObject([
      { id, name: 'paleta.txt', caption: 'Poškodený roh', meeting: planned },
    ]);
    expect(await engine.client.meetings.log(input)).toEqual({ action: null });
    await engine.client.undo.apply({ action: action ?? '' });
    expect(await attachments.list({ client })).toEqual([]);
  });

  test('whose photo never came is refused with nothing written, and may be sent again without it', async () => {
    const input = visit();
    const attachments = [{ id: engine.base.newId() }];
    await expect(engine.client.meetings.log({ ...input, attachments })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'attachmentGone' },
    });
    expect((await engine.client.meetings.timeline({ client })).total).toBe(0);
    await engine.client.meetings.log(input);
    expect((await engine.client.meetings.timeline({ client })).total).toBe(1);
  });

  test('sent again adds nothing, and leaves alone what the meeting became since', async () => {
    const input = visit();
    await engine.client.meetings.log(input);
    write(engine.base, { key: 'demo', params: {} }, (tx) =>
      tx.edit(meeting, planned, { status: 'cancelled' }),
    );
    expect(await engine.client.meetings.log(input)).toEqual({ action: null });
    expect(statusOfMeeting()).toBe('cancelled');
  });

  test('is kept when its meeting was removed meanwhile', async () => {
    write(engine.base, { key: 'demo', params: {} }, (tx) => tx.remove(meeting, planned));
    const input = visit();
    await engine.client.meetings.log(input);
    const entry = await engine.client.meetings.get({ id: input.id });
    expect(entry.meeting).toBeNull();
    expect(entry.promises).toHaveLength(2);
  });

  test('that ends before it begins is refused, and nothing of it is written', async () => {
    const input = visit();
    const values = { ...input.values, endedAt: START - 1 };
    await expect(engine.client.meetings.log({ ...input, values })).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ field: 'endedAt', problem: 'endsBeforeStart' }] },
    });
    expect((await engine.client.meetings.timeline({ client })).total).toBe(0);
  });

  test('with an impossible distance is refused as a whole', async () => {
    const input = visit();
    const trip = { id: engine.base.newId(), kilometres: 5_001 };
    await expect(engine.client.meetings.log({ ...input, trip })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(statusOfMeeting()).toBe('planned');
  });
});

describe('the correction of a visit', () => {
  test('keeps what it does not name, what was heard in it, and its trip', async () => {
    const input = visit();
    await engine.client.meetings.log(input);
    const { kind, happenedAt, zone } = input.values;
    const id = engine.base.newId();
    const values = { client, kind, happenedAt, zone, people: [person], summary: 'Ochutnávka a cenník' };
    await engine.client.meetings.correct({ id, corrects: input.id, values });
    const entry = await engine.client.meetings.get({ id });
    const { endedAt, meeting: of, place, needs } = input.values;
    expect(entry.interaction).toMatchObject({ endedAt, meeting: of, place, needs, summary: values.summary });
    expect(entry.promises.map(({ text }) => text)).toEqual(['Poslať vzorky', 'Vyhodnotiť skúšku']);
    expect(entry.objections).toHaveLength(1);
    expect(entry.trip?.kilometres).toBe(84);
  });

  test('a next step that is added later takes nothing away', async () => {
    const input = visit();
    await engine.client.meetings.log(input);
    const { kind, happenedAt, zone, summary, people } = input.values;
    const id = engine.base.newId();
    const values = { client, kind, happenedAt, zone, nextStep: 'Poslať cenník' };
    await engine.client.meetings.correct({ id, corrects: input.id, values });
    const { interaction } = await engine.client.meetings.get({ id });
    expect(interaction).toMatchObject({ summary, people, nextStep: 'Poslať cenník' });
    expect([summary, people]).not.toContain(undefined);
  });

  test('changes and empties what it names', async () => {
    const input = visit();
    await engine.client.meetings.log(input);
    const id = engine.base.newId();
    const values = { ...input.values, endedAt: START + HOUR, needs: null };
    await engine.client.meetings.correct({ id, corrects: input.id, values });
    const { interaction, corrected } = await engine.client.meetings.get({ id });
    expect([interaction.endedAt, interaction.needs]).toEqual([START + HOUR, null]);
    expect(corrected[0]).toMatchObject({ endedAt: START + 1.5 * HOUR, needs: 'Menšie balenie' });
  });

  test('may not end before it begins either', async () => {
    const input = visit();
    await engine.client.meetings.log(input);
    const { kind, zone } = input.values;
    const values = { client, kind, zone, happenedAt: START + 2 * HOUR };
    const correct = engine.client.meetings.correct({ id: engine.base.newId(), corrects: input.id, values });
    await expect(correct).rejects.toMatchObject({ code: 'INVALID' });
  });
});
