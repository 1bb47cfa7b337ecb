/** Contracts and the checklists that carry them, a client or the preparation of a meeting. */
import { noticeDeadline } from '#shared/domain/contracts/notice-deadline.ts';
import { sortKey } from '#shared/domain/text/sort-key.ts';
import { defineEntity } from './define.ts';
import { choice, day, flag, instant, integer, longText, reference, text, texts } from './field.ts';
import { MEETING_TYPES } from './meetings.ts';

export const CONTRACT_TYPES = [
  'framework',
  'purchase',
  'service',
  'work',
  'lease',
  'licence',
  'agency',
  'nda',
  'other',
] as const;
export const CONTRACT_STATUSES = [
  'draft',
  'negotiated',
  'signed',
  'inForce',
  'terminated',
  'expired',
] as const;
export const CHECKLIST_SUBJECTS = ['client', 'contract', 'meeting'] as const;

export const contract = defineEntity({
  name: 'contract',
  table: 'contract',
  root: 'client',
  search: { parts: false },
  fields: {
    client: reference('client', { required: true, fixed: true }),
    number: text({ max: 60, search: 'name' }),
    title: text({ required: true, max: 250, search: 'name' }),
    type: choice(CONTRACT_TYPES, {}),
    status: choice(CONTRACT_STATUSES, { required: true, important: true }),
    startsOn: day({ unit: 'term', important: true }),
    endsOn: day({ unit: 'term', important: true }),
    noticeMonths: integer({ unit: 'term', min: 0, max: 120, important: true }),
    renews: flag({ unit: 'term', important: true }),
    notes: longText({ search: 'detail' }),
  },
  derived: {
    sortTitle: (record) => sortKey(String(record['title'])),
    noticeDeadline: (record) =>
      noticeDeadline({
        endsOn: record['endsOn'] as string | null,
        noticeMonths: record['noticeMonths'] as number | null,
        autoRenews: (record['renews'] as boolean | null) ?? undefined,
      }) ?? null,
  },
});

export const checklistTemplate = defineEntity({
  name: 'checklistTemplate',
  table: 'checklist_template',
  root: 'workspace',
  fields: {
    name: text({ required: true, max: 150 }),
    subject: choice(CHECKLIST_SUBJECTS, { required: true }),
    contractType: choice(CONTRACT_TYPES, {}),
    meetingType: choice(MEETING_TYPES, {}),
    items: texts({ required: true }),
  },
});

export const checklist = defineEntity({
  name: 'checklist',
  table: 'checklist',
  root: 'client',
  fields: {
    client: reference('client', { required: true, fixed: true }),
    contract: reference('contract', { fixed: true }),
    meeting: reference('meeting', { fixed: true }),
    name: text({ required: true, max: 150 }),
  },
});

export const checklistItem = defineEntity({
  name: 'checklistItem',
  table: 'checklist_item',
  root: 'client',
  fields: {
    client: reference('client', { required: true, fixed: true }),
    checklist: reference('checklist', { required: true, fixed: true }),
    text: text({ required: true, max: 500 }),
    /** Fractional index: items sort by it as text. */
    rank: text({ required: true, max: 60 }),
    doneAt: instant({ unit: 'done', important: true }),
    doneBy: reference('member', { unit: 'done', important: true }),
    note: longText({}),
  },
});
