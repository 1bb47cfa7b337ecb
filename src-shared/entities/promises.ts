/** What was promised to whom by when, on both sides, and what our departments were asked for on a client's behalf. */
import { defineEntity } from './define.ts';
import { choice, day, instant, longText, reference, text } from './field.ts';

/** Who promised: we or the client. */
export const PROMISE_SIDES = ['ours', 'theirs'] as const;
export const PROMISE_STATES = ['open', 'kept', 'broken', 'withdrawn'] as const;

export const promise = defineEntity({
  name: 'promise',
  table: 'promise',
  root: 'client',
  search: { parts: false },
  fields: {
    client: reference('client', { required: true, fixed: true }),
    side: choice(PROMISE_SIDES, { required: true }),
    text: text({ required: true, max: 500, search: 'name' }),
    /** The person at the client who promised, or to whom it was promised. */
    contact: reference('contact', {}),
    /** Who of ours answers for it, or waits for it. */
    member: reference('member', {}),
    /** Which of our departments is to do it. */
    department: text({ max: 120, search: 'detail' }),
    promisedAt: instant({ required: true }),
    dueOn: day({ important: true }),
    state: choice(PROMISE_STATES, { required: true, unit: 'state', important: true }),
    closedAt: instant({ unit: 'state' }),
    snoozedUntil: day({ unit: 'snooze' }),
    snoozeReason: text({ unit: 'snooze', max: 300 }),
    /** The entry in which it was heard. */
    interaction: reference('interaction', { fixed: true }),
    meeting: reference('meeting', { fixed: true }),
    note: longText({ search: 'detail' }),
  },
});

/** Asked of one of our departments; answered in time, late or not yet. */
export const departmentRequest = defineEntity({
  name: 'departmentRequest',
  table: 'department_request',
  root: 'client',
  search: { parts: false },
  fields: {
    client: reference('client', { required: true, fixed: true }),
    promise: reference('promise', { fixed: true }),
    department: text({ required: true, max: 120, search: 'detail' }),
    text: longText({ required: true, search: 'name' }),
    askedBy: reference('member', { required: true, fixed: true }),
    askedAt: instant({ required: true }),
    answerBy: day({ important: true }),
    answer: longText({ unit: 'answer', important: true, search: 'detail' }),
    answeredAt: instant({ unit: 'answer', important: true }),
  },
});
