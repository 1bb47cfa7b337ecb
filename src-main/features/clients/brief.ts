/** What clients and people say in a brief: who is there, how to reach him and where he stands, and what changed. */
import type { Base } from '#main/data/base.ts';
import { changedSince } from '#main/data/changed-since.ts';
import { fromRow, readRecord, type Row } from '#main/data/codec.ts';
import { standingFor, winnerId, winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { BriefLine, BriefWord } from '#shared/contract/brief.ts';
import { type BriefAsk, type BriefChange, type BriefPart, isNews } from '#shared/domain/brief/parts.ts';
import {
  briefLineOf,
  choiceWords,
  messageWord,
  phoneWord,
  textWord,
  textWords,
  valueWord,
} from '#shared/domain/brief/words.ts';
import { storedPersonName } from '#shared/domain/contacts/stored-person-name.ts';
import { cutText } from '#shared/domain/text/cut-text.ts';
import { client, contact, DECISION_ROLES, position } from '#shared/entities/clients.ts';
import type { RecordOf } from '#shared/entities/define.ts';

interface Place {
  position: RecordOf<typeof position>;
  contact: RecordOf<typeof contact>;
  name: string;
}

const CLIENT_FIELDS = ['name', 'status', 'owner', 'termsBrief'];
const POSITION_FIELDS = ['jobTitle', 'role', 'stance', 'endedOn'];
const INTERNAL_FIELDS: ReadonlySet<string> = new Set(['status', 'owner', 'termsBrief', 'stance', 'role']);

export function briefOfPeople(base: Base, ask: BriefAsk): BriefPart {
  const places = placesAt(base, ask.client);
  const current = places.filter(({ position: { endedOn } }) => endedOn === null || endedOn > ask.today);
  const people = onePlaceEach(current).toSorted((one, other) => rankOf(one, ask) - rankOf(other, ask));
  const opponents = people.filter(({ position: { stance } }) => stance === 'opponent');
  const record = readRecord(base.reader, client, ask.client);
  return {
    sections: {
      people: people.map(personLine),
      contracts: record?.termsBrief
        ? [
            briefLineOf({
              source: { entity: 'client', id: ask.client },
              words: [valueWord('client', 'termsBrief', record.termsBrief)],
              internal: true,
            }),
          ]
        : [],
    },
    changes: [...changesOfPlaces(base, ask, places), ...changesOfClient(base, ask)],
    warnings: opponents.slice(0, 1).map((first) =>
      briefLineOf({
        source: { entity: 'contact', id: first.contact.id },
        words: [
          messageWord('brief.warnings.opponents', {
            names: cutText(opponents.map(({ name }) => name).join(', '), 120),
          }),
        ],
        tone: 'look',
      }),
    ),
  };
}

/** Names of people in the given order, a merged one's under whom he is shown; also of those removed since. */
export function namesOfPeople({ reader }: Base, ids: readonly string[]): { id: string; name: string }[] {
  return ids.flatMap((id) => {
    const person = readRecord(reader, contact, winnerId(reader, id));
    return person ? [{ id: person.id, name: storedPersonName(person) ?? '' }] : [];
  });
}

/** Places at the client, with the person that a merged one is shown as; by the person's name. */
function placesAt({ reader }: Base, clientId: string): Place[] {
  return statement<Row>(
    reader,
    `SELECT p.*, c.id AS person FROM position p JOIN contact c ON c.id = ${winnerOf('p.contact')}
     WHERE p.client IN ${standingFor()} AND p.deleted_at IS NULL AND c.deleted_at IS NULL
     ORDER BY c.sort_name, p.created_at DESC, p.id`,
  )
    .all(clientId)
    .flatMap((row) => {
      const person = readRecord(reader, contact, String(row['person']));
      const place = fromRow(position, row);
      return person ? [{ position: place, contact: person, name: storedPersonName(person) ?? '' }] : [];
    });
}

function onePlaceEach(places: readonly Place[]): Place[] {
  return [...Map.groupBy(places, (place) => place.contact.id).values()].flatMap(([first]) => first ?? []);
}

/** Who will be there first, then against whom the brief warns, then who decides. */
function rankOf({ position: { role, stance }, contact: { id } }: Place, { attending }: BriefAsk): number {
  const decides = role === null ? DECISION_ROLES.length : DECISION_ROLES.indexOf(role);
  return (attending.includes(id) ? 0 : stance === 'opponent' ? 100 : 200) + decides;
}

function personLine(place: Place): BriefLine {
  const { jobTitle, role, stance } = place.position;
  return briefLineOf({
    source: { entity: 'contact', id: place.contact.id },
    words: [textWord(place.name)],
    facts: [...textWords(jobTitle, 60), ...reachWords(place)],
    internalFacts: [...choiceWords('position', 'role', role), ...choiceWords('position', 'stance', stance)],
    tone: stance === 'opponent' ? 'look' : 'plain',
  });
}

/** The channel he prefers with its number or address; without one the telephone. */
function reachWords({ position: place, contact: person }: Place): BriefWord[] {
  const channel = person.preferredChannel;
  const phone = place.workPhones?.[0]?.value ?? person.phones?.[0]?.value;
  const email = place.workEmails?.[0]?.value ?? person.emails?.[0]?.value;
  const named = choiceWords('contact', 'preferredChannel', channel);
  if (channel === 'email') return email ? [textWord(email)] : named;
  if (channel !== null && channel !== 'phone') return named;
  if (phone) return [phoneWord(phone)];
  return channel === null && email ? [textWord(email)] : named;
}

function changesOfPlaces({ reader }: Base, ask: BriefAsk, places: readonly Place[]): BriefChange[] {
  const { since } = ask;
  if (since === null) return [];
  const byId = new Map(places.map((place) => [place.position.id, place]));
  const changed = changedSince(reader, position, [...byId.keys()], POSITION_FIELDS, since);
  const isNew = ({ position: { createdAt } }: Place) => createdAt > since;
  const news = places.filter(({ position: { createdAt } }) => isNews(ask, createdAt));
  return [
    ...news.map((place) => ({
      at: place.position.createdAt,
      line: briefLineOf({
        source: { entity: 'contact', id: place.contact.id },
        words: [messageWord('brief.newPerson', { name: place.name })],
        facts: textWords(place.position.jobTitle, 60),
      }),
    })),
    ...changed.flatMap(({ id, at, now }) => {
      const place = byId.get(id);
      if (!place || isNew(place)) return [];
      return changeLine(at, { entity: 'contact', id: place.contact.id }, place.name, 'position', now);
    }),
  ];
}

function changesOfClient({ reader }: Base, { client: id, since }: BriefAsk): BriefChange[] {
  if (since === null) return [];
  return changedSince(reader, client, [id], CLIENT_FIELDS, since).flatMap(({ at, now }) =>
    changeLine(at, { entity: 'client', id }, null, 'client', withoutIds(now)),
  );
}

/** Who the owner is now stands in the head. */
function withoutIds(now: Record<string, unknown>): Record<string, unknown> {
  return 'owner' in now ? { ...now, owner: null } : now;
}

function changeLine(
  at: number,
  source: BriefLine['source'],
  subject: string | null,
  entity: string,
  now: Record<string, unknown>,
): BriefChange[] {
  const words = (internal: boolean) =>
    Object.entries(now)
      .filter(([field]) => INTERNAL_FIELDS.has(field) === internal)
      .map(([field, value]) => valueWord(entity, field, value));
  const [open, hidden] = [words(false), words(true)];
  const line = briefLineOf({
    source,
    words: subject === null ? [] : [textWord(subject)],
    facts: open,
    internalFacts: hidden,
    internal: open.length === 0,
  });
  return [{ at, line }];
}
