/** Takes appointments of another calendar over as meetings. */
import { invalid } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { type Transaction, type Written, writeInBulk } from '#main/data/write.ts';
import type { TakenAppointment } from '#shared/contract/calendar.ts';
import { timeProblems } from '#shared/domain/meetings/meeting-times.ts';
import { meeting } from '#shared/entities/meetings.ts';
import { planMeeting } from './steps.ts';

type Of<K extends TakenAppointment['kind']> = Extract<TakenAppointment, { kind: K }>;

/** One action for all of them; what the person wrote here into a known meeting stays, its time and state change. */
export function takeAppointments(base: Base, appointments: readonly TakenAppointment[]): Written {
  const label = { key: 'calendarTaken', params: { count: appointments.length } };
  return writeInBulk(base, label, (tx) => {
    for (const one of appointments) {
      if (one.kind === 'follow') follow(tx, one);
      else if (!readRecord(tx.db, meeting, one.id)) plan(tx, one);
    }
  });
}

function plan(tx: Transaction, { id, key, cancelled, values }: Of<'plan'>): void {
  planMeeting(tx, id, { ...values, icalUid: key });
  if (cancelled) tx.edit(meeting, id, { status: 'cancelled' });
}

function follow(tx: Transaction, { id, cancelled, startsAt, endsAt, zone }: Of<'follow'>): void {
  const problems = timeProblems({ startsAt, endsAt });
  if (problems.length > 0) throw invalid(problems);
  if (cancelled) tx.edit(meeting, id, { status: 'cancelled' });
  else tx.edit(meeting, id, { startsAt, endsAt, zone, status: 'planned' });
}
