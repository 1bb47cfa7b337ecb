/** Takes appointments of another calendar over as meetings. */
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { type Transaction, type Written, writeInBulk } from '#main/data/write.ts';
import type { MeetingPlan } from '#shared/contract/meeting-plans.ts';
import { meeting } from '#shared/entities/meetings.ts';
import { planMeeting } from './steps.ts';

export interface TakenAppointment {
  id: string;
  key: string;
  known: boolean;
  cancelled: boolean;
  values: MeetingPlan;
}

/** One action for all of them; what the person wrote here into a known meeting stays, its time and state change. */
export function takeAppointments(base: Base, appointments: readonly TakenAppointment[]): Written {
  const label = { key: 'calendarTaken', params: { count: appointments.length } };
  return writeInBulk(base, label, (tx) => {
    for (const one of appointments) {
      if (one.known) follow(tx, one);
      else if (!readRecord(tx.db, meeting, one.id)) plan(tx, one);
    }
  });
}

function plan(tx: Transaction, { id, key, cancelled, values }: TakenAppointment): void {
  planMeeting(tx, id, { ...values, icalUid: key });
  if (cancelled) tx.edit(meeting, id, { status: 'cancelled' });
}

function follow(tx: Transaction, { id, cancelled, values }: TakenAppointment): void {
  const { startsAt, endsAt, zone } = values;
  if (cancelled) tx.edit(meeting, id, { status: 'cancelled' });
  else tx.edit(meeting, id, { startsAt, endsAt, zone, status: 'planned' });
}
