/** Search hits as the search box shows them. */
import type { Hit, SEARCH_GROUPS } from '#shared/contract/records.ts';
import { fold, foldWords } from '#shared/domain/text/fold.ts';
import { titleOf } from '#shared/entities/title.ts';
import { entities } from '#shared/entities/index.ts';
import type { Base } from '#main/data/base.ts';
import { fromRow, type Row } from '#main/data/codec.ts';
import { winnerId, winnerOf } from '#main/data/merged.ts';
import { findIds } from '#main/data/search.ts';
import { statement } from '#main/data/statement.ts';

type Kind = (typeof SEARCH_GROUPS)[number];
type Group = { kind: Kind; hits: Hit[]; more: boolean };

const EXCERPT = 120;

export function find({ reader }: Base, text: string, limit: number): { groups: Group[] } {
  if (foldWords(text).length === 0) return { groups: [] };
  const groups: Group[] = [
    group('client', shownIds(reader, 'client', text, limit + 1), limit, (ids) => clientHits(reader, ids)),
    group('contact', contactIds(reader, text, limit + 1), limit, (ids) => contactHits(reader, ids)),
    group('interaction', findIds(reader, 'interaction', text, limit + 1), limit, (ids) =>
      textHits(reader, 'interaction', ids, text),
    ),
    group('meeting', findIds(reader, 'meeting', text, limit + 1), limit, (ids) =>
      meetingHits(reader, ids, text),
    ),
    group('promise', findIds(reader, 'promise', text, limit + 1), limit, (ids) =>
      textHits(reader, 'promise', ids, text),
    ),
    group('departmentRequest', findIds(reader, 'departmentRequest', text, limit + 1), limit, (ids) =>
      textHits(reader, 'departmentRequest', ids, text),
    ),
    group('objection', findIds(reader, 'objection', text, limit + 1), limit, (ids) =>
      textHits(reader, 'objection', ids, text),
    ),
    group('contract', findIds(reader, 'contract', text, limit + 1), limit, (ids) =>
      contractHits(reader, ids),
    ),
  ];
  return { groups: groups.filter(({ hits }) => hits.length > 0) };
}

function group(kind: Kind, ids: string[], limit: number, hitsOf: (ids: string[]) => Hit[]): Group {
  const shown = ids.slice(0, limit);
  const byId = new Map(shown.length > 0 ? hitsOf(shown).map((hit) => [hit.id, hit]) : []);
  return { kind, hits: shown.flatMap((id) => byId.get(id) ?? []), more: ids.length > limit };
}

/** Where what is found is shown, each once: more is asked for than wanted where several stand for one. */
function shownIds(db: Base['reader'], name: 'client' | 'contact', text: string, limit: number): string[] {
  for (let asked = limit; ; asked *= 4) {
    const found = findIds(db, name, text, asked);
    const shown = [...new Set(found.map((id) => winnerId(db, id)))];
    if (shown.length >= limit || found.length < asked) return shown.slice(0, limit);
  }
}

/** People by their own data, then by their place at a client. */
function contactIds(db: Base['reader'], text: string, limit: number): string[] {
  const own = shownIds(db, 'contact', text, limit);
  if (own.length >= limit) return own;
  const places = findIds(db, 'position', text, limit);
  const byPlace = statement<{ contact: string }>(
    db,
    `SELECT ${winnerOf('position.contact')} AS contact FROM position WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(places));
  return [...new Set([...own, ...byPlace.map(({ contact }) => contact)])].slice(0, limit);
}

const among = (ids: string[]) => JSON.stringify(ids);

function clientHits(db: Base['reader'], ids: string[]): Hit[] {
  return statement<{ id: string; name: string; town: string | null; ico: string | null }>(
    db,
    'SELECT id, name, town, ico FROM client WHERE id IN (SELECT value FROM json_each(?))',
  )
    .all(among(ids))
    .map(({ id, name, town, ico }) => ({
      id,
      title: name,
      subtitle: [town, ico].filter(Boolean).join(' · ') || null,
      client: id,
      excerpt: null,
    }));
}

function contactHits(db: Base['reader'], ids: string[]): Hit[] {
  const places = statement<{ contact: string; client: string; name: string; job_title: string | null }>(
    db,
    `SELECT ${winnerOf('p.contact')} AS contact, c.id AS client, c.name, p.job_title FROM position p
     JOIN client c ON c.id = ${winnerOf('p.client')} WHERE p.contact IN
       (SELECT value FROM json_each(?1) UNION SELECT loser FROM merged WHERE winner IN (SELECT value FROM json_each(?1))) AND p.deleted_at IS NULL AND c.deleted_at IS NULL
     ORDER BY p.ended_on IS NOT NULL, p.id DESC`,
  ).all({ 1: among(ids) });
  return statement<Row>(db, 'SELECT * FROM contact WHERE id IN (SELECT value FROM json_each(?))')
    .all(among(ids))
    .map((row) => {
      const contact = fromRow(entities.contact, row);
      const place = places.find((candidate) => candidate.contact === contact.id);
      return {
        id: contact.id,
        title: titleOf(entities.contact, contact),
        subtitle: place
          ? [place.name, place.job_title].filter(Boolean).join(' · ')
          : (contact.emails?.[0]?.value ?? null),
        client: place?.client ?? null,
        excerpt: null,
      };
    });
}

const TEXTS = {
  interaction: `coalesce(t.summary, '') || ' ' || coalesce(t.next_step, '')`,
  promise: `t.text || ' ' || coalesce(t.department, '') || ' ' || coalesce(t.note, '')`,
  departmentRequest: `t.text || ' ' || t.department || ' ' || coalesce(t.answer, '')`,
  objection: `t.text || ' ' || coalesce(t.product, '') || ' ' || coalesce(t.competitor, '') || ' ' || coalesce(t.answer, '')`,
};

function textHits(db: Base['reader'], kind: keyof typeof TEXTS, ids: string[], text: string): Hit[] {
  return statement<{ id: string; client: string; name: string; body: string }>(
    db,
    `SELECT t.id, c.id AS client, c.name, ${TEXTS[kind]} AS body FROM ${entities[kind].table} t JOIN client c ON c.id = ${winnerOf('t.client')}
     WHERE t.id IN (SELECT value FROM json_each(?))`,
  )
    .all(among(ids))
    .map(({ id, client, name, body }) => ({
      id,
      title: name,
      subtitle: null,
      client,
      excerpt: excerptOf(body.trim(), text),
    }));
}

/** A meeting without a title of its own is called by its client. */
function meetingHits(db: Base['reader'], ids: string[], text: string): Hit[] {
  return statement<{ id: string; client: string; name: string; title: string | null; body: string }>(
    db,
    `SELECT t.id, c.id AS client, c.name, t.title,
       coalesce(t.place, '') || ' ' || coalesce(t.agenda, '') || ' ' || coalesce(t.notes, '') AS body
     FROM meeting t JOIN client c ON c.id = ${winnerOf('t.client')} WHERE t.id IN (SELECT value FROM json_each(?))`,
  )
    .all(among(ids))
    .map(({ id, client, name, title, body }) => ({
      id,
      title: title ?? name,
      subtitle: title ? name : null,
      client,
      excerpt: excerptOf(body.trim(), text) || null,
    }));
}

function contractHits(db: Base['reader'], ids: string[]): Hit[] {
  return statement<{ id: string; client: string; name: string; title: string; number: string | null }>(
    db,
    `SELECT t.id, c.id AS client, c.name, t.title, t.number FROM contract t JOIN client c ON c.id = ${winnerOf('t.client')}
     WHERE t.id IN (SELECT value FROM json_each(?))`,
  )
    .all(among(ids))
    .map(({ id, client, name, title, number }) => ({
      id,
      title,
      subtitle: [name, number].filter(Boolean).join(' · '),
      client,
      excerpt: null,
    }));
}

/** The part of the text around the first match; words are cut nowhere. */
function excerptOf(body: string, text: string): string {
  if (body.length <= EXCERPT) return body;
  const [first = ''] = foldWords(text);
  // Folding keeps the number of words, so the matching word is found by its place.
  const words = body.split(/\s+/);
  const at = Math.max(
    0,
    words.findIndex((word) => fold(word).includes(first)),
  );
  let start = at;
  let length = 0;
  while (start > 0 && length < EXCERPT / 3) length += (words[--start] ?? '').length + 1;
  let end = start;
  for (length = 0; end < words.length && length < EXCERPT; end += 1) length += (words[end] ?? '').length + 1;
  return `${start > 0 ? '… ' : ''}${words.slice(start, end).join(' ')}${end < words.length ? ' …' : ''}`;
}
