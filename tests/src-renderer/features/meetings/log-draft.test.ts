import { describe, expect, test } from 'vitest';
import {
  emptyLog,
  emptyObjection,
  emptyPromise,
  logAt,
  logOf,
} from '#renderer/features/meetings/log-draft.ts';
import {
  attachmentsOfLog,
  isEmptyLog,
  nameOfLog,
  objectionsOfLog,
  promisesOfLog,
  tripOfLog,
  valuesOfLog,
} from '#renderer/features/meetings/log-values.ts';
import { contract } from '#shared/contract/index.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';

const CLIENT = '01936000-0000-7000-8000-000000000001';
const PERSON = '01936000-0000-7000-8000-000000000002';
const OBJECTION = '01936000-0000-7000-8000-000000000003';
const NOW = Date.UTC(2026, 10, 24, 9, 30);
const ZONE = 'Europe/Bratislava';

function logged(draft: Parameters<typeof valuesOfLog>[0]) {
  const input = {
    id: OBJECTION,
    values: valuesOfLog(draft, CLIENT, NOW, ZONE),
    objections: objectionsOfLog(draft),
    promises: promisesOfLog(draft),
    trip: tripOfLog(draft, 'Návšteva klienta'),
    attachments: attachmentsOfLog(draft),
  };
  const schema = contract.meetings.log['~orpc'].inputSchema;
  return schema?.['~standard'].validate(input);
}

describe('an entry being written', () => {
  test('is empty until something is said, whoever and whenever was chosen', () => {
    const draft = { ...emptyLog('visit'), people: [PERSON], happenedAt: NOW, nextStepOn: '2026-12-01' };
    expect(isEmptyLog(draft)).toBe(true);
    expect(isEmptyLog({ ...draft, summary: '  \n' })).toBe(true);
    expect(isEmptyLog({ ...draft, summary: 'Chcú zľavu.' })).toBe(false);
    expect(isEmptyLog({ ...draft, nextStep: 'Poslať ponuku' })).toBe(false);
    expect(isEmptyLog({ ...draft, objections: [{ ...emptyObjection(OBJECTION), text: 'Drahé' }] })).toBe(
      false,
    );
  });

  test('says something by a photo or a memo alone, and hands over what waits of them', () => {
    const photo = { id: PERSON, name: 'regál.png', kind: 'photo', duration: null } as const;
    const memo = { id: OBJECTION, name: 'Nahrávka 9:30.webm', kind: 'memo', duration: 4_200 } as const;
    const draft = { ...emptyLog('visit'), attachments: [photo, memo] };
    expect(isEmptyLog(draft)).toBe(false);
    expect(nameOfLog(draft)).toBe('regál.png');
    expect(attachmentsOfLog(draft)).toEqual([
      { id: PERSON, duration: null },
      { id: OBJECTION, duration: 4_200 },
    ]);
    expect(logged(draft)).toEqual({ value: expect.objectContaining({ attachments: expect.any(Array) }) });
  });

  test('happened now unless another time was chosen', () => {
    const draft = { ...emptyLog('call'), summary: 'Potvrdené.' };
    expect(valuesOfLog(draft, CLIENT, NOW, ZONE).happenedAt).toBe(NOW);
    expect(valuesOfLog({ ...draft, happenedAt: NOW - 1 }, CLIENT, NOW, ZONE).happenedAt).toBe(NOW - 1);
  });

  test('becomes a command that the contract accepts, missing values null', () => {
    const draft = {
      ...emptyLog('visit'),
      summary: ' Prešli sme ponuku. ',
      objections: [{ ...emptyObjection(OBJECTION), text: ' Drahé ', product: ' ' }, emptyObjection(CLIENT)],
      promises: [{ ...emptyPromise(PERSON), text: ' Poslať vzorky ' }, emptyPromise(CLIENT)],
      trip: { id: CLIENT, kilometres: 84, fromPlace: 'Žilina', toPlace: ' ', vehicle: '' },
    };
    expect(logged(draft)).toMatchObject({
      value: {
        values: {
          kind: 'visit',
          summary: 'Prešli sme ponuku.',
          people: null,
          nextStep: null,
          nextStepOn: null,
        },
        objections: [{ id: OBJECTION, text: 'Drahé', product: null, outcome: 'open' }],
        promises: [{ id: PERSON, side: 'ours', text: 'Poslať vzorky', dueOn: null }],
        trip: { id: CLIENT, kilometres: 84, fromPlace: 'Žilina', toPlace: null, vehicle: null },
      },
    });
  });

  test('that took some time ended so much later; what happened now has just ended', () => {
    const draft = { ...emptyLog('visit'), summary: 'Skúška.', minutes: 90 };
    const length = 90 * 60_000;
    expect(valuesOfLog(draft, CLIENT, NOW, ZONE)).toMatchObject({ happenedAt: NOW - length, endedAt: NOW });
    const earlier = NOW - 86_400_000;
    expect(valuesOfLog({ ...draft, happenedAt: earlier }, CLIENT, NOW, ZONE)).toMatchObject({
      happenedAt: earlier,
      endedAt: earlier + length,
    });
    expect(valuesOfLog({ ...draft, minutes: null }, CLIENT, NOW, ZONE).endedAt).toBeNull();
  });

  test('of a meeting begins with its people, place and times, unless it is still ahead', () => {
    const meeting = {
      id: OBJECTION,
      client: CLIENT,
      startsAt: NOW - 3_600_000,
      endsAt: NOW,
      zone: 'Europe/Vienna',
      place: 'Graz',
      people: [PERSON],
    };
    const page = { meeting } as unknown as Parameters<typeof logAt>[0];
    expect(valuesOfLog(logAt(page, NOW), CLIENT, NOW, ZONE)).toMatchObject({
      kind: 'visit',
      meeting: OBJECTION,
      people: [PERSON],
      place: 'Graz',
      zone: 'Europe/Vienna',
      happenedAt: NOW - 3_600_000,
      endedAt: NOW,
    });
    const before = meeting.startsAt - 1;
    expect(logAt(page, before)).toMatchObject({ happenedAt: null, minutes: null, place: 'Graz' });
  });

  test('a way without kilometres was not driven', () => {
    const trip = { id: CLIENT, kilometres: null, fromPlace: 'Žilina', toPlace: 'Poprad', vehicle: '' };
    expect(tripOfLog({ ...emptyLog('visit'), trip }, '')).toBeUndefined();
  });

  test('an objection that was only opened is not logged', () => {
    expect(objectionsOfLog({ ...emptyLog('visit'), objections: [emptyObjection(OBJECTION)] })).toEqual([]);
  });

  test('a correction begins with what was written', () => {
    const interaction = {
      id: OBJECTION,
      client: CLIENT,
      kind: 'call',
      happenedAt: NOW,
      zone: ZONE,
      endedAt: NOW + 90_000,
      meeting: OBJECTION,
      people: [PERSON],
      place: 'Poprad',
      summary: 'Volal.',
      needs: 'Menšie balenie',
      result: 'informed',
      nextStep: null,
      nextStepOn: null,
      corrects: null,
      author: PERSON,
      createdAt: NOW,
      createdBy: PERSON,
      deletedAt: null,
    } as const;
    const entry = { interaction, corrected: [], authorName: null, people: [], objections: [] };
    expect(valuesOfLog(logOf(entry as unknown as TimelineEntry), CLIENT, 0, ZONE)).toEqual({
      client: CLIENT,
      kind: 'call',
      happenedAt: NOW,
      endedAt: NOW + 90_000,
      zone: ZONE,
      meeting: OBJECTION,
      people: [PERSON],
      place: 'Poprad',
      summary: 'Volal.',
      needs: 'Menšie balenie',
      result: 'informed',
      nextStep: null,
      nextStepOn: null,
    });
  });
});

describe('what a note says was written', () => {
  test('the first words of the summary, else of the objection, else of the next step', () => {
    const draft = { ...emptyLog('visit'), nextStep: 'Poslať ponuku' };
    expect(nameOfLog(draft)).toBe('Poslať ponuku');
    const heard = { ...draft, objections: [{ ...emptyObjection(OBJECTION), text: 'Drahé' }] };
    expect(nameOfLog(heard)).toBe('Drahé');
    expect(nameOfLog({ ...heard, summary: ' Prešli sme\n\nponuku. ' })).toBe('Prešli sme ponuku.');
    expect(nameOfLog({ ...heard, summary: 'a'.repeat(60) })).toBe(`${'a'.repeat(48)}…`);
  });
});
