/** Objections: what the client held against us, what was answered, and how it ended. */
import { defineEntity } from './define.ts';
import { choice, day, instant, longText, reference, text } from './field.ts';

export const OBJECTION_KINDS = [
  'price',
  'quality',
  'delivery',
  'terms',
  'service',
  'trust',
  'need',
  'timing',
  'competitor',
  'other',
] as const;
export const OBJECTION_OUTCOMES = ['open', 'overcome', 'partly', 'stands'] as const;

export const objection = defineEntity({
  name: 'objection',
  table: 'objection',
  root: 'client',
  search: { parts: false },
  fields: {
    client: reference('client', { required: true, fixed: true }),
    contact: reference('contact', {}),
    interaction: reference('interaction', { fixed: true }),
    raisedAt: instant({ required: true }),
    text: longText({ required: true, search: 'name' }),
    kind: choice(OBJECTION_KINDS, {}),
    product: text({ max: 150, search: 'detail' }),
    competitor: text({ max: 150, search: 'detail' }),
    answer: longText({ search: 'detail' }),
    outcome: choice(OBJECTION_OUTCOMES, { required: true, important: true }),
    followUp: text({ unit: 'followUp', max: 300, search: 'detail' }),
    followUpOn: day({ unit: 'followUp' }),
  },
});

/** Each outcome as it was at the time, so that the log shows which answer led where. */
export const objectionEvent = defineEntity({
  name: 'objectionEvent',
  table: 'objection_event',
  root: 'client',
  insertOnly: true,
  fields: {
    client: reference('client', { required: true }),
    objection: reference('objection', { required: true }),
    outcome: choice(OBJECTION_OUTCOMES, { required: true }),
    answer: longText({}),
    happenedAt: instant({ required: true }),
    author: reference('member', { required: true }),
  },
});
