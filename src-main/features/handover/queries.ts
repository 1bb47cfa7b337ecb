/** Hand-overs, and the pack of one: what the features know of each client, for who stands in. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { fromRow, readRecord, type Row } from '#main/data/codec.ts';
import { isOwn, winnerId, winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { deviceZone, todayHere } from '#main/data/today.ts';
import type { HandedClient, HandoverRow, SuggestedClient } from '#shared/contract/handover.ts';
import { type HandoverStanding, handoverStanding, lastDayOf } from '#shared/domain/handover/standing.ts';
import { addDays } from '#shared/domain/time/day.ts';
import { client } from '#shared/entities/clients.ts';
import type { RecordOf } from '#shared/entities/define.ts';
import { handover } from '#shared/entities/handover.ts';
import { peopleAt } from '../clients/facts.ts';
import { contractsOf, IS_LIVE, isLive } from '../contracts/facts.ts';
import { isNewest, lastContacts, nextMeetingOf, nextStepsOf } from '../meetings/facts.ts';
import { openPromisesOf } from '../promises/facts.ts';

type Handover = RecordOf<typeof handover>;
const STANDINGS = ['running', 'ahead', 'over'] as const;
const MOST_SUGGESTED = 1_000;
const MOST_PEOPLE = 4;
const MOST_STEPS = 3;
/** What falls due shortly after the return is begun by who stands in. */
const DAYS_AFTER = 30;

interface Found {
  record: Handover;
  fromName: string;
  toName: string;
  standing: HandoverStanding;
}

/** Running ones first, then those ahead, then those that are over, newest first. */
export function readHandovers(base: Base): Found[] {
  const today = todayHere(base);
  const rows = statement<Row>(
    base.reader,
    `SELECT h.*, COALESCE(f.name, '') AS fromName, COALESCE(t.name, '') AS toName FROM handover h
     LEFT JOIN member f ON f.id = h.from_member LEFT JOIN member t ON t.id = h.to_member
     WHERE h.deleted_at IS NULL ORDER BY h.ends_on DESC, h.id DESC`,
  ).all();
  return rows
    .map((row) => {
      const record = fromRow(handover, row);
      const [fromName, toName] = [row['fromName'] as string, row['toName'] as string];
      return { record, fromName, toName, standing: handoverStanding(record, today) };
    })
    .toSorted((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing));
}

export function listHandovers(base: Base): HandoverRow[] {
  return readHandovers(base).map(rowOf);
}

function rowOf({ record, ...found }: Found): HandoverRow {
  const { id, fromMember, toMember, startsOn, clients } = record;
  return {
    ...found,
    id,
    fromMember,
    toMember,
    startsOn,
    endsOn: lastDayOf(record, deviceZone()),
    clients: clients.length,
  };
}

/** What a hand-over names, by the client that stands for it. */
export function handedBy({ reader }: Base, { clients }: Handover): Map<string, string[]> {
  return Map.groupBy(clients, (one) => winnerId(reader, one));
}

/** Who stands in for the client's owner today; the one that ends last, where there are several. */
export function handoverOfClient(base: Base, clientId: string): HandoverRow | null {
  const wanted = winnerId(base.reader, clientId);
  const found = readHandovers(base).find(
    ({ record, standing }) => standing === 'running' && handedBy(base, record).has(wanted),
  );
  return found ? rowOf(found) : null;
}

export function packOf(base: Base, id: string) {
  const found = readHandovers(base).find(({ record }) => record.id === id);
  if (!found) throw notFound('handover', id);
  const { record, ...known } = found;
  const handed = handedBy(base, record);
  const contacts = lastContacts(base, [...handed.keys()]);
  const clients = [...handed].flatMap(([one, named]): HandedClient[] => {
    const shown = readRecord(base.reader, client, one);
    if (!shown || shown.deletedAt !== null) return [];
    return [handedClient(base, record, shown, named, contacts.get(one) ?? null)];
  });
  return {
    handover: record,
    ...known,
    clients: clients.toSorted((a, b) => urgencyOf(a).localeCompare(urgencyOf(b))),
  };
}

function handedClient(
  base: Base,
  { startsOn, endsOn }: Handover,
  { id, name, town, termsBrief }: RecordOf<typeof client>,
  handed: string[],
  lastContactAt: number | null,
): HandedClient {
  const until = addDays(endsOn, DAYS_AFTER);
  const isNear = (day: string | null): day is string => day !== null && day >= startsOn && day <= until;
  return {
    id,
    handed,
    name,
    town,
    termsBrief,
    people: peopleAt(base, id).slice(0, MOST_PEOPLE),
    promises: openPromisesOf(base, id),
    nextMeeting: nextMeetingOf(base, id),
    deadlines: contractsOf(base, id)
      .filter(isLive)
      .flatMap(({ id: contract, title, noticeDeadline, endsOn: end }) =>
        [
          { id: contract, title, day: noticeDeadline, kind: 'notice' as const },
          { id: contract, title, day: end, kind: 'end' as const },
        ].flatMap(({ day, ...one }) => (isNear(day) ? [{ ...one, day }] : [])),
      ),
    nextSteps: nextStepsOf(base, id)
      .slice(0, MOST_STEPS)
      .map(({ text, on }) => ({ text, on })),
    lastContactAt,
  };
}

/** The first day on which the client needs somebody, then its name; one that needs nobody comes last. */
function urgencyOf({
  promises,
  nextMeeting,
  deadlines,
  nextSteps,
  name,
}: Omit<HandedClient, 'handed'>): string {
  const days = [
    ...promises.flatMap(({ dueOn }) => dueOn ?? []),
    ...(nextMeeting ? [new Date(nextMeeting.startsAt).toISOString().slice(0, 10)] : []),
    ...deadlines.map(({ day }) => day),
    ...nextSteps.flatMap(({ on }) => on ?? []),
  ].toSorted();
  return `${days[0] ?? '9999-12-31'} ${name}`;
}

/** What waits at each client: promises whenever they are due, the rest in the time; deadlines as in the pack. */
const WAITING = `
  SELECT ${winnerOf('p.client')} AS client, 'promise' AS kind FROM promise p
  WHERE p.state = 'open' AND p.deleted_at IS NULL
  UNION ALL
  SELECT ${winnerOf('m.client')}, 'meeting' FROM meeting m
  WHERE m.status = 'planned' AND m.deleted_at IS NULL AND m.starts_at >= @from AND m.starts_at < @to
  UNION ALL
  SELECT ${winnerOf('k.client')}, 'deadline' FROM contract k
  WHERE k.deleted_at IS NULL AND ${IS_LIVE}
    AND (k.notice_deadline BETWEEN @startsOn AND @until OR k.ends_on BETWEEN @startsOn AND @until)
  UNION ALL
  SELECT ${winnerOf('i.client')}, 'step' FROM interaction i
  WHERE i.next_step_on BETWEEN @startsOn AND @endsOn AND i.deleted_at IS NULL AND ${isNewest('i')}`;

export function suggestClients(
  base: Base,
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
): SuggestedClient[] {
  const counted = (kind: string) => `COUNT(*) FILTER (WHERE kind = '${kind}')`;
  return statement<SuggestedClient>(
    base.reader,
    `WITH waiting AS (
       SELECT client, COUNT(*) AS total, ${counted('promise')} AS promises, ${counted('meeting')} AS meetings,
         ${counted('deadline')} AS deadlines, ${counted('step')} AS steps
       FROM (${WAITING}) GROUP BY client)
     SELECT c.id, c.name, c.town, COALESCE(w.promises, 0) AS promises, COALESCE(w.meetings, 0) AS meetings,
       COALESCE(w.deadlines, 0) AS deadlines, COALESCE(w.steps, 0) AS steps
     FROM client c LEFT JOIN waiting w ON w.client = c.id
     WHERE c.deleted_at IS NULL AND c.status <> 'former' AND COALESCE(c.owner, c.created_by) = @me
       AND ${isOwn('c.id')}
     ORDER BY COALESCE(w.total, 0) DESC, c.sort_name, c.id LIMIT ${MOST_SUGGESTED}`,
  ).all({
    from: Date.parse(startsOn),
    to: Date.parse(addDays(endsOn, 1)),
    startsOn,
    endsOn,
    until: addDays(endsOn, DAYS_AFTER),
    me: base.member(),
  });
}
