import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { documentColumns, recordColumns } from './columns.ts';

export const interaction = sqliteTable(
  'interaction',
  {
    ...recordColumns,
    client: text('client').notNull(),
    kind: text('kind').notNull(),
    happenedAt: integer('happened_at').notNull(),
    endedAt: integer('ended_at'),
    zone: text('zone').notNull(),
    meeting: text('meeting'),
    people: text('people'),
    place: text('place'),
    summary: text('summary'),
    needs: text('needs'),
    result: text('result'),
    callTarget: text('call_target'),
    nextStep: text('next_step'),
    nextStepOn: text('next_step_on'),
    corrects: text('corrects'),
    author: text('author').notNull(),
  },
  (table) => [
    index('interaction_by_client').on(table.client, table.happenedAt),
    index('interaction_by_corrects').on(table.corrects),
    index('interaction_by_meeting').on(table.meeting).where(sql`meeting IS NOT NULL`),
    index('interaction_by_call_target').on(table.callTarget).where(sql`call_target IS NOT NULL`),
    // The day, the trips and the calls of everybody are asked for by time.
    index('interaction_by_time').on(table.happenedAt),
  ],
);

export const interactionDoc = sqliteTable('interaction_doc', documentColumns());

export const meeting = sqliteTable(
  'meeting',
  {
    ...recordColumns,
    client: text('client').notNull(),
    otherClients: text('other_clients'),
    type: text('type').notNull(),
    status: text('status').notNull(),
    title: text('title'),
    startsAt: integer('starts_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    zone: text('zone').notNull(),
    place: text('place'),
    stand: text('stand'),
    people: text('people'),
    ours: text('ours'),
    aims: text('aims'),
    agenda: text('agenda'),
    planAim: text('plan_aim'),
    planLimit: text('plan_limit'),
    planConcessions: text('plan_concessions'),
    travelMinutes: integer('travel_minutes'),
    notes: text('notes'),
    icalUid: text('ical_uid'),
  },
  (table) => [
    index('meeting_by_client').on(table.client, table.startsAt),
    index('meeting_by_time').on(table.startsAt),
    index('meeting_by_ical_uid').on(table.icalUid).where(sql`ical_uid IS NOT NULL`),
  ],
);

export const meetingDoc = sqliteTable('meeting_doc', documentColumns());

export const callList = sqliteTable('call_list', {
  ...recordColumns,
  name: text('name').notNull(),
  script: text('script'),
  closedAt: integer('closed_at'),
});

export const callTarget = sqliteTable(
  'call_target',
  {
    ...recordColumns,
    client: text('client').notNull(),
    callList: text('call_list').notNull(),
    contact: text('contact'),
    state: text('state').notNull(),
    nextAttemptAt: integer('next_attempt_at'),
    meeting: text('meeting'),
  },
  (table) => [
    index('call_target_by_list').on(table.callList, table.state),
    index('call_target_by_client').on(table.client),
  ],
);

export const trip = sqliteTable(
  'trip',
  {
    ...recordColumns,
    client: text('client'),
    member: text('member').notNull(),
    interaction: text('interaction'),
    on: text('on').notNull(),
    fromPlace: text('from_place'),
    toPlace: text('to_place'),
    kilometres: integer('kilometres').notNull(),
    purpose: text('purpose'),
    vehicle: text('vehicle'),
  },
  (table) => [
    index('trip_by_day').on(table.on),
    index('trip_by_client').on(table.client),
    index('trip_by_interaction').on(table.interaction).where(sql`interaction IS NOT NULL`),
  ],
);

/** What this device has already reminded of. `key` names what it stands for; never synchronised. */
export const reminder = sqliteTable('reminder', {
  key: text('key').primaryKey(),
  /** When it was due and when it was shown, UTC milliseconds. */
  dueAt: integer('due_at').notNull(),
  shownAt: integer('shown_at').notNull(),
  /** Null while nobody has answered it. */
  doneAt: integer('done_at'),
});
