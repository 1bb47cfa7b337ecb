/**
 * What was said to whom and when: one entry per visit, call, letter or note, sealed once written. And what comes before
 * it: meetings with their preparation, calls to arrange them, the way there.
 */
import { defineEntity } from './define.ts';
import { choice, day, instant, integer, longText, reference, references, text, texts } from './field.ts';

export const INTERACTION_KINDS = [
  'visit',
  'call',
  'email',
  'chat',
  'post',
  'fax',
  'meeting',
  'note',
] as const;

export const MEETING_TYPES = [
  'firstContact',
  'needs',
  'presentation',
  'negotiation',
  'closing',
  'complaint',
  'renewal',
  'review',
] as const;
export const MEETING_STATUSES = ['planned', 'held', 'cancelled'] as const;
/** How a call ended. */
export const CALL_RESULTS = ['appointed', 'callBack', 'notReached', 'refused', 'informed'] as const;
/** Where a client on a call list stands. */
export const CALL_STATES = ['waiting', 'appointed', 'refused', 'unreachable', 'done'] as const;

export const interaction = defineEntity({
  name: 'interaction',
  table: 'interaction',
  root: 'client',
  insertOnly: true,
  search: { parts: false },
  fields: {
    client: reference('client', { required: true }),
    kind: choice(INTERACTION_KINDS, { required: true }),
    happenedAt: instant({ required: true, unit: 'when' }),
    endedAt: instant({ unit: 'when' }),
    zone: text({ required: true, unit: 'when', max: 60 }),
    /** The planned meeting that this entry is the record of. */
    meeting: reference('meeting', {}),
    people: references('contact', {}),
    /** As typed: evidence where one was, never asked of a device. */
    place: text({ max: 200, search: 'detail' }),
    summary: longText({ personal: true, search: 'detail' }),
    needs: longText({ personal: true, search: 'detail' }),
    /** Of a call only. */
    result: choice(CALL_RESULTS, {}),
    callTarget: reference('callTarget', {}),
    nextStep: text({ unit: 'next', max: 300, search: 'detail' }),
    nextStepOn: day({ unit: 'next' }),
    corrects: reference('interaction', {}),
    author: reference('member', { required: true }),
  },
});

export const meeting = defineEntity({
  name: 'meeting',
  table: 'meeting',
  root: 'client',
  search: { parts: false },
  fields: {
    client: reference('client', { required: true, fixed: true }),
    /** Permission stands on `client` alone. */
    otherClients: references('client', {}),
    type: choice(MEETING_TYPES, { required: true }),
    status: choice(MEETING_STATUSES, { required: true, important: true }),
    title: text({ max: 200, search: 'name' }),
    startsAt: instant({ required: true, unit: 'when', important: true }),
    endsAt: instant({ required: true, unit: 'when', important: true }),
    zone: text({ required: true, unit: 'when', max: 60 }),
    place: text({ unit: 'place', max: 250, search: 'detail' }),
    stand: text({ unit: 'place', max: 60, search: 'detail' }),
    people: references('contact', {}),
    ours: references('member', {}),
    aims: texts({ max: 3, important: true }),
    agenda: longText({ search: 'detail' }),
    planAim: longText({}),
    planLimit: longText({ important: true }),
    planConcessions: longText({}),
    /** One way. */
    travelMinutes: integer({ max: 1_440 }),
    notes: longText({ search: 'detail' }),
    /** UID of the iCalendar event that it was read from (RFC 5545); our own events carry the id of the record. */
    icalUid: text({ max: 500, fixed: true }),
  },
});

export const callList = defineEntity({
  name: 'callList',
  table: 'call_list',
  root: 'workspace',
  fields: {
    name: text({ required: true, max: 150 }),
    script: longText({}),
    closedAt: instant({}),
  },
});

/** A client on a call list; each attempt is an interaction that points here. */
export const callTarget = defineEntity({
  name: 'callTarget',
  table: 'call_target',
  root: 'client',
  fields: {
    client: reference('client', { required: true, fixed: true }),
    callList: reference('callList', { required: true, fixed: true }),
    contact: reference('contact', {}),
    state: choice(CALL_STATES, { required: true, important: true }),
    nextAttemptAt: instant({}),
    meeting: reference('meeting', {}),
  },
});

/** A drive for work; `client` is null for one that is to no client's. */
export const trip = defineEntity({
  name: 'trip',
  table: 'trip',
  root: 'client',
  fields: {
    client: reference('client', { fixed: true }),
    member: reference('member', { required: true, fixed: true }),
    interaction: reference('interaction', {}),
    on: day({ required: true }),
    fromPlace: text({ max: 120 }),
    toPlace: text({ max: 120 }),
    /** Whole kilometres as read on the odometer or typed. */
    kilometres: integer({ required: true, max: 5_000 }),
    purpose: text({ max: 200 }),
    vehicle: text({ max: 40 }),
  },
});
