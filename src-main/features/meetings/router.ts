/** Procedures of the timeline, of planned meetings and of calendar files. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { calendar } from '#shared/contract/calendar.ts';
import { meetingPlans } from '#shared/contract/meeting-plans.ts';
import { meetings } from '#shared/contract/meetings.ts';
import { giveCalendar, inviteTo } from './calendar-give.ts';
import { lookIntoCalendar } from './calendar-read.ts';
import { takeAppointments } from './calendar-take.ts';
import { correctInteraction, logInteraction } from './commands.ts';
import { cancelMeeting, editMeeting, planOneMeeting, reopenMeeting } from './meeting-commands.ts';
import { findConflicts, getMeeting, listMeetings } from './meeting-queries.ts';
import { getEntry, readTimeline } from './queries.ts';

const os = implement(meetings).$context<EngineContext>();

export const meetingsRouter = os.router({
  timeline: os.timeline.handler(({ input, context }) => readTimeline(context.engine.base, input)),
  get: os.get.handler(({ input, context }) => getEntry(context.engine.base, input.id)),
  log: os.log.handler(({ input, context }) => logInteraction(context.engine.base, input)),
  correct: os.correct.handler(({ input, context }) => correctInteraction(context.engine.base, input)),
});

const ofPlans = implement(meetingPlans).$context<EngineContext>();

export const meetingPlansRouter = ofPlans.router({
  list: ofPlans.list.handler(({ input, context }) => listMeetings(context.engine.base, input)),
  get: ofPlans.get.handler(({ input, context }) => getMeeting(context.engine.base, input.id)),
  conflicts: ofPlans.conflicts.handler(({ input, context }) => findConflicts(context.engine.base, input)),
  plan: ofPlans.plan.handler(({ input, context }) => planOneMeeting(context.engine.base, input)),
  edit: ofPlans.edit.handler(({ input, context }) =>
    editMeeting(context.engine.base, input.id, input.values),
  ),
  cancel: ofPlans.cancel.handler(({ input, context }) => cancelMeeting(context.engine.base, input.id)),
  reopen: ofPlans.reopen.handler(({ input, context }) => reopenMeeting(context.engine.base, input.id)),
});

const ofCalendar = implement(calendar).$context<EngineContext>();

export const calendarRouter = ofCalendar.router({
  read: ofCalendar.read.handler(({ input, context }) => lookIntoCalendar(context.engine.base, input)),
  take: ofCalendar.take.handler(({ input, context }) =>
    takeAppointments(context.engine.base, input.appointments),
  ),
  give: ofCalendar.give.handler(({ input, context }) => giveCalendar(context.engine.base, input)),
  invite: ofCalendar.invite.handler(({ input, context }) => inviteTo(context.engine.base, input)),
});
