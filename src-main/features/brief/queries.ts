/** The brief of a meeting or of a client: what every feature knows of the client, on one page. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { winnerId } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { todayHere } from '#main/data/today.ts';
import type { Brief } from '#shared/contract/brief.ts';
import { type BriefAsk, putTogether } from '#shared/domain/brief/parts.ts';
import type { RecordOf } from '#shared/entities/define.ts';
import { client } from '#shared/entities/clients.ts';
import { meeting } from '#shared/entities/meetings.ts';
import { namesOfPeople } from '../clients/brief.ts';
import { lastMeetingWith } from '../meetings/brief.ts';
import { CONTRIBUTORS } from './contributors.ts';

type Meeting = RecordOf<typeof meeting>;

export function briefOfMeeting(base: Base, id: string): Brief {
  const record = readRecord(base.reader, meeting, id);
  if (!record || record.deletedAt !== null) throw notFound('meeting', id);
  return briefOf(base, winnerId(base.reader, record.client), record, record.type);
}

/** `type` orders the page as for a meeting of that type. */
export function briefOfClient(base: Base, id: string, type: string | null): Brief {
  return briefOf(base, winnerId(base.reader, id), null, type);
}

function briefOf(base: Base, clientId: string, planned: Meeting | null, type: string | null): Brief {
  const record = readRecord(base.reader, client, clientId);
  if (!record || record.deletedAt !== null) throw notFound('client', clientId);
  const now = base.now();
  // Of a meeting that has been held, what was known before it; its own record is not the last meeting.
  const before = planned ? Math.min(now, planned.startsAt) : now;
  const since = lastMeetingWith(base, clientId, before, planned?.id ?? null);
  const ask: BriefAsk = {
    client: clientId,
    meeting: planned?.id ?? null,
    attending: planned?.people ?? [],
    since: since?.at ?? null,
    enteredAt: record.createdAt,
    now,
    today: todayHere(base),
  };
  return {
    client: {
      id: clientId,
      name: record.name,
      status: record.status,
      tier: record.tier,
      ownerName: record.owner === null ? null : (membersNamed(base, [record.owner])[0]?.name ?? null),
      town: record.town,
      language: record.language,
    },
    meeting: planned && headOf(base, planned),
    type,
    since,
    ...putTogether(
      CONTRIBUTORS.map((partOf) => partOf(base, ask)),
      type,
    ),
    madeAt: now,
  };
}

function headOf(base: Base, planned: Meeting): NonNullable<Brief['meeting']> {
  const { id, type, status, title, startsAt, endsAt, zone, place, stand, agenda, notes } = planned;
  return {
    id,
    type,
    status,
    title,
    startsAt,
    endsAt,
    zone,
    place,
    stand,
    agenda,
    notes,
    people: namesOfPeople(base, planned.people ?? []),
    ours: membersNamed(base, planned.ours ?? []),
    aims: planned.aims ?? [],
    plan: { aim: planned.planAim, limit: planned.planLimit, concessions: planned.planConcessions },
  };
}

function membersNamed({ reader }: Base, ids: readonly string[]): { id: string; name: string }[] {
  return statement<{ id: string; name: string }>(
    reader,
    `SELECT m.id, m.name FROM json_each(?) asked JOIN member m ON m.id = asked.value ORDER BY asked.key`,
  ).all(JSON.stringify(ids));
}
