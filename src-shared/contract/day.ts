/** The day and the week: what is planned, what is late, who has not heard of us for long; and reminders. */
import { z } from 'zod';
import { LONGEST_RHYTHM } from '#shared/domain/day/rhythm.ts';
import { REMINDER_KINDS } from '#shared/domain/day/reminders.ts';
import { TIERS } from '#shared/entities/clients.ts';
import { command, id, query } from './base.ts';
import { meetingRow } from './meeting-plans.ts';

const day = z.iso.date();
/** IANA zone of the device that looks: its midnight bounds the day. */
const zone = z.string().min(1).max(60);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Name of the colleague for whom one stands in. */
const insteadOf = z.string().nullable();

/** Of the client: shown where the meeting itself names no place. */
export const dayMeeting = meetingRow.extend({
  town: z.string().nullable(),
  insteadOf,
});
export type DayMeeting = z.infer<typeof dayMeeting>;

/** What was logged today without having been planned. */
export const dayVisit = z.object({
  id,
  client: id,
  clientName: z.string(),
  kind: z.string(),
  happenedAt: z.int(),
  summary: z.string().nullable(),
});

export const DUTY_KINDS = ['promiseOurs', 'promiseTheirs', 'nextStep', 'followUp', 'request'] as const;

/** Something with a day on which it was to be done. */
export const duty = z.object({
  kind: z.enum(DUTY_KINDS),
  id,
  client: id,
  clientName: z.string(),
  text: z.string(),
  on: day,
  insteadOf,
});
export type Duty = z.infer<typeof duty>;

export const dayCall = z.object({
  /** Of the client's place on the call list. */
  id,
  callList: id,
  client: id,
  clientName: z.string(),
  contactName: z.string().nullable(),
  listName: z.string(),
  at: z.int().nullable(),
  insteadOf,
});

export const dayDeadline = z.object({
  id,
  client: id,
  clientName: z.string(),
  title: z.string(),
  kind: z.enum(['notice', 'end']),
  on: day,
  insteadOf,
});

/** What was typed and not committed; `of` tells what it is about. */
export const dayDraft = z.object({
  key: z.string(),
  entity: z.string(),
  record: z.string(),
  client: id.nullable(),
  clientName: z.string().nullable(),
  updatedAt: z.int(),
});
export type DayDraft = z.infer<typeof dayDraft>;

export const quietClient = z.object({
  id,
  name: z.string(),
  tier: z.enum(TIERS).nullable(),
  town: z.string().nullable(),
  /** Null for one that nobody has spoken with yet. */
  lastContactAt: z.int().nullable(),
  overdue: z.int(),
});
export type QuietClient = z.infer<typeof quietClient>;

export const dayRoute = z.object({
  /** The stops as planned, in the order of their times. */
  stops: z.array(z.object({ meeting: id, place: z.string() })),
  /** As the crow flies. */
  kilometres: z.number(),
  /** Another order that is shorter, if the times could be moved; ids of meetings. */
  shorter: z.object({ order: z.array(id), kilometres: z.number() }).nullable(),
  /** Clients not contacted for long who live beside the way. */
  onTheWay: z.array(quietClient.extend({ detour: z.number() })),
  /** Meetings whose place is in no list of places. */
  unknown: z.int(),
});
export type DayRoute = z.infer<typeof dayRoute>;

const dayInput = z.object({ day, zone });

export const CHECK_KINDS = ['meeting', 'promise', 'duty', 'visit', 'draft', 'trip'] as const;

/** One thing that the evening check found, with what it takes to put it right. */
export const checkLine = z.object({
  kind: z.enum(CHECK_KINDS),
  /** Meeting, promise, objection, request, interaction, or the key of a draft. */
  id: z.string(),
  client: id.nullable(),
  clientName: z.string().nullable(),
  text: z.string(),
  at: z.int().nullable(),
  draft: dayDraft.nullable(),
  /** A next step, follow-up or request that was to be done today. */
  duty: duty.nullable(),
});
export type CheckLine = z.infer<typeof checkLine>;

export const reminderLine = z.object({
  key: z.string(),
  kind: z.enum(REMINDER_KINDS),
  record: id,
  client: id,
  clientName: z.string(),
  /** On which a call stands. */
  callList: id.nullable(),
  text: z.string(),
  /** The moment or the day that is reminded of. */
  at: z.int().nullable(),
  on: day.nullable(),
  dueAt: z.int(),
  shownAt: z.int(),
});
export type ReminderLine = z.infer<typeof reminderLine>;

export const daySettings = z.object({
  rhythm: z.record(z.enum(TIERS), z.int().min(1).max(LONGEST_RHYTHM)),
  reminders: z.object({
    on: z.boolean(),
    leadMinutes: z.int().min(0).max(240),
    quietFrom: time,
    quietTo: time,
    names: z.boolean(),
  }),
});
export type DaySettings = z.infer<typeof daySettings>;

export const DAY_READS = [
  'meeting',
  'interaction',
  'client',
  'promise',
  'departmentRequest',
  'objection',
  'contract',
  'checklist',
  'checklistItem',
  'handover',
  'callTarget',
  'callList',
  'contact',
  'draft',
  'setting',
] as const;

export const daily = {
  overview: query(...DAY_READS)
    .input(dayInput)
    .output(
      z.object({
        meetings: z.array(dayMeeting),
        visits: z.array(dayVisit),
        late: z.array(duty),
        /** There may be more than are given. */
        lateTotal: z.int(),
        today: z.array(duty),
        todayTotal: z.int(),
        calls: z.array(dayCall),
        callsTotal: z.int(),
        deadlines: z.array(dayDeadline),
        drafts: z.array(dayDraft),
        route: dayRoute.nullable(),
      }),
    ),
  /** Clients whose rhythm is overdue: by tier, then the longest silence first. */
  quiet: query('client', 'interaction', 'setting')
    .input(
      dayInput.extend({
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(quietClient) })),
  /** What would be forgotten if the day ended now. */
  check: query(...DAY_READS, 'trip')
    .input(dayInput)
    .output(z.object({ lines: z.array(checkLine), recorded: z.int() })),
  /** "Leave it": the line is not brought up again that day. */
  leave: command()
    .input(z.object({ day, kind: z.enum(CHECK_KINDS), id: z.string().max(200) }))
    .output(z.object({})),
  /** Seven days from `day`, each with its meetings. */
  week: query('meeting', 'handover', 'client', 'interaction', 'checklist', 'checklistItem')
    .input(dayInput)
    .output(z.object({ days: z.array(z.object({ day, meetings: z.array(dayMeeting) })) })),
  /** Reminders that nobody has answered, the earliest first. */
  reminders: query('reminder', 'meeting', 'promise', 'contract', 'callTarget', 'client')
    .input(z.object({}))
    .output(z.object({ now: z.int(), rows: z.array(reminderLine) })),
  /** "Vybavené": or, with `until`, put off to that moment. */
  answerReminder: command()
    .input(z.object({ keys: z.array(z.string().max(200)).min(1).max(500), until: z.int().nullable() }))
    .output(z.object({})),
  /** The window tells the zone of its device, at its start and whenever that changed. */
  here: command().input(z.object({ zone })).output(z.object({})),
  settings: query('setting').input(z.object({})).output(daySettings),
  changeSettings: command()
    .input(
      z.object({
        rhythm: daySettings.shape.rhythm.optional(),
        reminders: daySettings.shape.reminders.partial().optional(),
      }),
    )
    .output(z.object({})),
};
