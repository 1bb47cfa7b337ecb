/** Appointments from and to other calendars, as iCalendar files: a look at what is in one, what is taken, what is given. */
import { z } from 'zod';
import { meeting } from '#shared/entities/meetings.ts';
import { command, done, id, query } from './base.ts';
import { meetingConflict, meetingPlan } from './meeting-plans.ts';

/** Greatest calendar file that is taken, in characters. */
export const CALENDAR_LIMIT = 5_000_000;
/** Appointments taken at once. */
export const APPOINTMENTS_AT_ONCE = 500;

const named = z.object({ id, name: z.string() });

export const appointment = z.object({
  /** Names the event, or one occurrence of a series; what `take` stores as `icalUid`. */
  key: z.string(),
  title: z.string().nullable(),
  startsAt: z.int(),
  endsAt: z.int(),
  zone: z.string(),
  allDay: z.boolean(),
  place: z.string().nullable(),
  description: z.string().nullable(),
  cancelled: z.boolean(),
  /** Everybody named in it, as written. */
  attendees: z.array(z.string()),
  /** Those of them who are in the base. */
  people: z.array(named),
  /** With whom it probably is: by the e-mail of a person, or by a name in its title. */
  client: named.extend({ by: z.enum(['person', 'name']) }).nullable(),
  type: meeting.fields.type.schema,
  /** The meeting here that it is, and what has become of it in the other calendar since. */
  known: z.object({ id, change: z.enum(['none', 'moved', 'cancelled']) }).nullable(),
  conflicts: z.array(meetingConflict),
});
export type Appointment = z.infer<typeof appointment>;

/** A new meeting, or what a known one follows: its time and whether it still takes place. */
export const takenAppointment = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('plan'),
    id,
    key: z.string().min(1).max(500),
    cancelled: z.boolean(),
    values: meetingPlan,
  }),
  z.object({
    kind: z.literal('follow'),
    id,
    cancelled: z.boolean(),
    startsAt: meetingPlan.shape.startsAt,
    endsAt: meetingPlan.shape.endsAt,
    zone: meetingPlan.shape.zone,
  }),
]);
export type TakenAppointment = z.infer<typeof takenAppointment>;

export const calendar = {
  /** What is in the text of a file. Throws REFUSED `notACalendar`. */
  read: query('meeting', 'client', 'contact', 'position')
    .input(
      z.object({
        text: z.string().max(CALENDAR_LIMIT),
        /** Zone of times that are written without one. */
        zone: z.string().max(60),
        from: z.int(),
        to: z.int(),
      }),
    )
    .output(
      z.object({
        appointments: z.array(appointment),
        /** Events and series before `from` or after `to`. */
        outside: z.int(),
        /** Events that no program could read. */
        unreadable: z.int(),
      }),
    ),
  /** Plans the new ones and brings known ones to their time and state, as one action. Repeating it is harmless. */
  take: command()
    .input(
      z.object({
        appointments: z.array(takenAppointment).min(1).max(APPOINTMENTS_AT_ONCE),
      }),
    )
    .output(done),
  /** The text of a file with the meetings of a time for one's own calendar; negotiation plans and notes stay here. */
  give: query('meeting', 'client', 'contact')
    .input(z.object({ from: z.int(), to: z.int(), mine: z.boolean().default(true) }))
    .output(z.object({ count: z.int(), text: z.string() })),
  /**
   * The text of a file that invites the people of one meeting, or calls it off where it is cancelled. With `from` (the
   * e-mail of who invites) their calendars can answer; without it they only take it.
   */
  invite: query('meeting', 'client', 'contact', 'position', 'member')
    .input(z.object({ id, from: z.email().max(254).nullable() }))
    .output(
      z.object({
        text: z.string(),
        invited: z.array(z.string()),
        /** People of the meeting without an e-mail. */
        without: z.array(z.string()),
      }),
    ),
};
