/** Meetings that are planned, with their preparation. What was said at one is an entry of the timeline (`meetings`). */
import { z } from 'zod';
import { meeting } from '#shared/entities/meetings.ts';
import { byId, command, done, id, query, windowOf } from './base.ts';
import { checklistProgress } from './contracts.ts';

const several = z.array(z.string()).max(50).optional();

export const meetingFilter = z.object({
  text: z.string().max(200).optional(),
  client: id.optional(),
  type: several,
  status: several,
  /** Only those of the local member. */
  mine: z.boolean().optional(),
  /** UTC milliseconds: meetings that end after `from` and start before `to`. */
  from: z.int().optional(),
  to: z.int().optional(),
});
export type MeetingFilter = z.infer<typeof meetingFilter>;

const named = z.object({ id, name: z.string() });

/** Another meeting of the same people that leaves no time for this one. */
export const meetingConflict = z.object({
  id,
  /** `overlap`: both at once; `travel`: the way between them takes longer than there is time. */
  kind: z.enum(['overlap', 'travel']),
  client: id,
  clientName: z.string(),
  type: z.string(),
  title: z.string().nullable(),
  startsAt: z.int(),
  endsAt: z.int(),
  zone: z.string(),
  place: z.string().nullable(),
});
export type MeetingConflict = z.infer<typeof meetingConflict>;

/** `title` null: called by its type and client, `domain/meetings/meeting-title.ts`. */
export const meetingRow = z.object({
  id,
  client: id,
  clientName: z.string(),
  type: z.string(),
  status: z.string(),
  title: z.string().nullable(),
  startsAt: z.int(),
  endsAt: z.int(),
  zone: z.string(),
  place: z.string().nullable(),
  stand: z.string().nullable(),
  travelMinutes: z.int().nullable(),
  people: z.array(named),
  ours: z.array(named),
  aims: z.array(z.string()),
  /** Items of its preparation that are done, and all of them. */
  done: z.int(),
  items: z.int(),
  /** Of one that is planned only. */
  conflict: meetingConflict.shape.kind.nullable(),
});
export type MeetingRow = z.infer<typeof meetingRow>;

export const meetingPage = z.object({
  meeting: meeting.record,
  clientName: z.string(),
  otherClients: z.array(named),
  people: z.array(named.extend({ jobTitle: z.string().nullable() })),
  ours: z.array(named),
  checklists: z.array(checklistProgress),
  conflicts: z.array(meetingConflict),
  /** The entries of the timeline that are the record of it, newest first. */
  records: z.array(z.object({ id, kind: z.string(), happenedAt: z.int() })),
});
export type MeetingPage = z.infer<typeof meetingPage>;

const plannable = {
  client: meeting.fields.client.schema,
  otherClients: meeting.fields.otherClients.schema.optional(),
  type: meeting.fields.type.schema,
  title: meeting.fields.title.schema.optional(),
  startsAt: meeting.fields.startsAt.schema,
  endsAt: meeting.fields.endsAt.schema,
  zone: meeting.fields.zone.schema,
  place: meeting.fields.place.schema.optional(),
  stand: meeting.fields.stand.schema.optional(),
  people: meeting.fields.people.schema.optional(),
  ours: meeting.fields.ours.schema.optional(),
  aims: meeting.fields.aims.schema.optional(),
  agenda: meeting.fields.agenda.schema.optional(),
  planAim: meeting.fields.planAim.schema.optional(),
  planLimit: meeting.fields.planLimit.schema.optional(),
  planConcessions: meeting.fields.planConcessions.schema.optional(),
  travelMinutes: meeting.fields.travelMinutes.schema.optional(),
  notes: meeting.fields.notes.schema.optional(),
};
const { client: _, ...editable } = plannable;

/** `ours` left out is the local member. */
export const meetingPlan = z.strictObject(plannable);
export type MeetingPlan = z.infer<typeof meetingPlan>;

export const meetingPlans = {
  /** By the time they start; `descending` for what is past. */
  list: query('meeting', 'client', 'contact', 'member', 'checklist', 'checklistItem')
    .input(windowOf(meetingFilter).extend({ descending: z.boolean().default(false) }))
    .output(z.object({ total: z.int(), rows: z.array(meetingRow) })),
  get: query(
    'meeting',
    'client',
    'contact',
    'position',
    'member',
    'checklist',
    'checklistItem',
    'interaction',
  )
    .input(byId)
    .output(meetingPage),
  /** Planned meetings of the same people in the way of a time, earliest first; also of one that is only being typed. */
  conflicts: query('meeting', 'client')
    .input(
      z.object({
        startsAt: z.int(),
        endsAt: z.int(),
        travelMinutes: z.int().nullable().default(null),
        place: z.string().nullable().default(null),
        /** Null or empty: the local member. */
        ours: z.array(id).nullable().default(null),
        except: id.optional(),
      }),
    )
    .output(z.array(meetingConflict)),
  /**
   * Plans a meeting. With an id for `checklist` its preparation begins in the same action, from `template`, or from the
   * one for its type where none is named.
   */
  plan: command()
    .input(
      z.object({
        id,
        values: meetingPlan,
        checklist: id.nullable().default(null),
        template: z.string().optional(),
      }),
    )
    .output(done),
  edit: command()
    .input(z.object({ id, values: z.strictObject(editable).partial() }))
    .output(done),
  /** Calls a planned meeting off; it stays in the list of the past. Throws REFUSED `meetingHeld`. */
  cancel: command().input(byId).output(done),
  /** A cancelled or held meeting is planned again. */
  reopen: command().input(byId).output(done),
};
