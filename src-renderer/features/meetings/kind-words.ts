/** What is asked and what the button says for each kind of entry. */
import type { MessageKey } from '#shared/i18n/index.ts';
import type { InteractionKind } from './log-draft.ts';

export const QUESTIONS = {
  visit: 'meetings.summaryOf.visit',
  call: 'meetings.summaryOf.call',
  email: 'meetings.summaryOf.email',
  chat: 'meetings.summaryOf.chat',
  post: 'meetings.summaryOf.post',
  fax: 'meetings.summaryOf.fax',
  meeting: 'meetings.summaryOf.meeting',
  note: 'meetings.summaryOf.note',
} as const satisfies Record<InteractionKind, MessageKey>;

export const VERBS = {
  visit: 'meetings.write.visit',
  call: 'meetings.write.call',
  email: 'meetings.write.email',
  chat: 'meetings.write.chat',
  post: 'meetings.write.post',
  fax: 'meetings.write.fax',
  meeting: 'meetings.write.meeting',
  note: 'meetings.write.note',
} as const satisfies Record<InteractionKind, MessageKey>;
