/** What was said to whom and when: one entry per visit, call, letter or note, sealed once written. */
import { defineEntity } from './define.ts';
import { choice, day, instant, longText, reference, references, text } from './field.ts';

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
    zone: text({ required: true, unit: 'when', max: 60 }),
    people: references('contact', {}),
    summary: longText({ personal: true, search: 'detail' }),
    nextStep: text({ unit: 'next', max: 300, search: 'detail' }),
    nextStepOn: day({ unit: 'next' }),
    corrects: reference('interaction', {}),
    author: reference('member', { required: true }),
  },
});
