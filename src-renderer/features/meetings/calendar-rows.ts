/** What the person chose of a calendar that is looked at. */
import { newId } from '#renderer/lib/client.ts';
import type { OutputOf } from '#renderer/lib/live.ts';
import type { Appointment, TakenAppointment } from '#shared/contract/calendar.ts';
import type { MeetingPlan } from '#shared/contract/meeting-plans.ts';

export type LookedAt = OutputOf<'calendar', 'read'>;

export interface ChosenRow {
  /** Id of the meeting that it is or becomes. */
  readonly id: string;
  readonly appointment: Appointment;
  readonly taken: boolean;
  readonly client: { id: string; name: string } | null;
  readonly type: MeetingPlan['type'];
}

/** Ticked from the start: what is ahead, has a client and is not here yet, and whatever changed of what is here. */
export function rowsOf({ appointments }: LookedAt, now: number): ChosenRow[] {
  return appointments.map((appointment) => {
    const { known, client, type, cancelled, allDay, endsAt } = appointment;
    const isNew = client !== null && !cancelled && !allDay && endsAt > now;
    return {
      id: known?.id ?? newId(),
      appointment,
      taken: known ? known.change !== 'none' : isNew,
      client,
      type,
    };
  });
}

/** A known one that has not changed has nothing to be taken; a new one needs a client. */
export function canBeTaken({ appointment: { known }, client }: ChosenRow): boolean {
  return known ? known.change !== 'none' : client !== null;
}

/** For `calendar.take`. */
export function takenOf(rows: readonly ChosenRow[]): TakenAppointment[] {
  return rows
    .filter((row) => row.taken && canBeTaken(row))
    .flatMap(({ id, appointment, client, type }): TakenAppointment[] => {
      const { key, cancelled, known, startsAt, endsAt, zone, title, place, people, description } =
        appointment;
      if (known) return [{ kind: 'follow', id, cancelled, startsAt, endsAt, zone }];
      if (!client) return [];
      const when = { startsAt, endsAt, zone };
      const who = { client: client.id, people: people.map((person) => person.id) };
      return [
        {
          kind: 'plan',
          id,
          key,
          cancelled,
          values: { ...who, ...when, type, title, place, agenda: description },
        },
      ];
    });
}
