/** Everything that one sees while calling a client of a list, as one answer. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { winnerId } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { CallPage } from '#shared/contract/calls.ts';
import { suggestPerson } from '#shared/domain/calls/suggest-person.ts';
import { storedPersonName } from '#shared/domain/contacts/stored-person-name.ts';
import { client } from '#shared/entities/clients.ts';
import { callTarget, meeting } from '#shared/entities/meetings.ts';
import { peopleOf } from '../clients/facts.ts';
import { isNewest, lastContactOf } from '../meetings/facts.ts';
import { openPromisesOf } from '../promises/facts.ts';
import { dueAfter, liveCallList } from './queries.ts';

/** Throws NOT_FOUND where the target, its list or its client is gone. */
export function readCallPage(base: Base, { id, now }: { id: string; now: number }): CallPage {
  const target = readRecord(base.reader, callTarget, id);
  if (!target || target.deletedAt !== null) throw notFound('callTarget', id);
  const list = liveCallList(base, target.callList);
  const shownAt = winnerId(base.reader, target.client);
  const called = readRecord(base.reader, client, shownAt);
  if (!called || called.deletedAt !== null) throw notFound('client', shownAt);
  const people = callablePeople(base, shownAt);
  const chosen = target.contact && winnerId(base.reader, target.contact);
  const attempts = attemptsAt(base, id);
  const reached = attempts.findIndex(({ result }) => result !== 'notReached');
  return {
    target: { ...target, client: shownAt },
    list,
    client: {
      id: shownAt,
      name: called.name,
      status: called.status,
      town: called.town,
      phones: called.phones ?? [],
    },
    people: people.map(({ roles: _, ...person }) => person),
    person: personOf(people.find((one) => one.id === chosen) ?? suggestPerson(people)),
    attempts,
    missed: reached === -1 ? attempts.length : reached,
    lastContact: lastContactOf(base, shownAt),
    promises: openPromisesOf(base, shownAt),
    meeting: meetingOf(base, target.meeting),
    next: dueAfter(base, { callList: target.callList, now, target: id }),
  };
}

type Callable = CallPage['people'][number] & { roles: (string | null)[] };

function personOf(found: Callable | undefined): CallPage['person'] {
  if (!found) return null;
  const { roles: _, ...person } = found;
  return person;
}

/** Whoever works there now; a number that stands twice is called once, that of the place first. */
function callablePeople(base: Base, id: string): Callable[] {
  const current = peopleOf(base, id).filter(({ position }) => position.endedOn === null);
  const places = Map.groupBy(current, ({ contact }) => contact.id);
  return [...places].map(([person, at]) => {
    const own = at[0]?.contact;
    const phones = [...at.flatMap(({ position }) => position.workPhones ?? []), ...(own?.phones ?? [])];
    return {
      id: person,
      name: (own && storedPersonName(own)) ?? '',
      jobTitle: at.flatMap(({ position }) => position.jobTitle ?? []).join(', ') || null,
      phones: [...new Map(phones.map((phone) => [phone.value, phone])).values()],
      roles: at.map(({ position }) => position.role),
    };
  });
}

function attemptsAt({ reader }: Base, target: string): CallPage['attempts'] {
  return statement<CallPage['attempts'][number]>(
    reader,
    `SELECT i.id, i.happened_at AS at, i.result, i.summary, m.name AS authorName
     FROM interaction i LEFT JOIN member m ON m.id = i.author
     WHERE i.call_target = ? AND i.deleted_at IS NULL AND ${isNewest('i')} ORDER BY i.happened_at DESC, i.id DESC`,
  ).all(target);
}

function meetingOf({ reader }: Base, id: string | null): CallPage['meeting'] {
  const planned = id === null ? undefined : readRecord(reader, meeting, id);
  if (!planned || planned.deletedAt !== null) return null;
  const { type, status, startsAt, endsAt, zone } = planned;
  return { id: planned.id, type, status, startsAt, endsAt, zone };
}
