/** What the user does to a planned meeting. */
import { invalid, notFound, refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { type Written, write } from '#main/data/write.ts';
import type { MeetingPlan } from '#shared/contract/meeting-plans.ts';
import { timeProblems } from '#shared/domain/meetings/meeting-times.ts';
import { client } from '#shared/entities/clients.ts';
import type { EditValues } from '#shared/entities/define.ts';
import { meeting } from '#shared/entities/meetings.ts';
import { preparationFor, templateNamed } from '../contracts/facts.ts';
import { planPrepared } from './steps.ts';

interface Plan {
  id: string;
  values: MeetingPlan;
  checklist: string | null;
  template?: string | undefined;
}

/** The meeting and its preparation are one action. */
export function planOneMeeting(base: Base, { id, values, checklist, template: named }: Plan): Written {
  const template = named === undefined ? preparationFor(base, values.type) : templateNamed(base, named);
  if (named !== undefined && !template) throw notFound('checklistTemplate', named);
  return write(base, labelOf(base, 'meetingPlanned', values.client), (tx) =>
    planPrepared(tx, { id, values, checklist }, template),
  );
}

export function editMeeting(base: Base, id: string, values: EditValues<typeof meeting>): Written {
  const before = liveMeeting(base, id);
  const key = 'startsAt' in values ? 'meetingMoved' : 'meetingEdited';
  return write(base, labelOf(base, key, before.client), (tx) => {
    const stored = tx.read(meeting, id);
    if (!stored) throw notFound('meeting', id);
    // Bad times that are already stored (from a synchronised device) must not stop other edits.
    if ('startsAt' in values || 'endsAt' in values) {
      const problems = timeProblems({ ...stored, ...values } as typeof stored);
      if (problems.length > 0) throw invalid(problems);
    }
    tx.edit(meeting, id, values);
  });
}

export function cancelMeeting(base: Base, id: string): Written {
  return write(base, labelOf(base, 'meetingCancelled', liveMeeting(base, id).client), (tx) => {
    if (tx.read(meeting, id)?.status === 'held') throw refused('meetingHeld');
    tx.edit(meeting, id, { status: 'cancelled' });
  });
}

export function reopenMeeting(base: Base, id: string): Written {
  return write(base, labelOf(base, 'meetingReopened', liveMeeting(base, id).client), (tx) =>
    tx.edit(meeting, id, { status: 'planned' }),
  );
}

function liveMeeting(base: Base, id: string) {
  const record = readRecord(base.reader, meeting, id);
  if (!record || record.deletedAt !== null) throw notFound('meeting', id);
  return record;
}

function labelOf(base: Base, key: string, clientId: string) {
  return { key, params: { name: readRecord(base.reader, client, clientId)?.name ?? '' } };
}
