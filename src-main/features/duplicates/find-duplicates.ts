/** Pairs of clients or people that may be the same, without those that somebody here has told apart. */
import type { Base } from '#main/data/base.ts';
import { fromRow, type Row } from '#main/data/codec.ts';
import { isOwn, winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { DuplicateKind, DuplicatePair } from '#shared/contract/duplicates.ts';
import { clientLook } from '#shared/domain/clients/client-look.ts';
import {
  DUPLICATE_REASONS,
  type DuplicatePair as Pair,
  duplicateClients,
  duplicatePeople,
} from '#shared/domain/join/duplicates.ts';
import type { PersonLook } from '#shared/domain/join/pair.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { client, contact } from '#shared/entities/clients.ts';
import { titleOf } from '#shared/entities/title.ts';
import { keepUntilWritten } from '../clients/facts.ts';

/** Key of the setting: pairs of ids, the lower first, that were told apart on this device. */
const APART = 'notDuplicates';
const MOST_APART = 10_000;

export function listDuplicates(
  base: Base,
  { kind, limit }: { kind: DuplicateKind; limit: number },
): { total: number; pairs: DuplicatePair[] } {
  const all = keepUntilWritten(base.reader, `duplicates ${kind}`, () =>
    surestFirst(kind === 'client' ? duplicateClients(clientLooks(base)) : duplicatePeople(personLooks(base))),
  );
  const apart = new Set(toldApart(base));
  const left = all.filter(({ ids }) => !apart.has(keyOf(ids[0], ids[1])));
  const shown = left.slice(0, limit);
  const entries = entriesOf(
    base,
    kind,
    shown.flatMap(({ ids }) => ids),
  );
  const pairs = shown.flatMap(({ ids, why }) => {
    const [one, other] = ids.map((id) => entries.get(id));
    return one && other ? [{ one, other, why: [...why] }] : [];
  });
  return { total: left.length, pairs };
}

/** A local setting: what one person takes for different, a colleague may know better. */
export function tellApart(
  base: Base,
  { one, other, apart }: { one: string; other: string; apart: boolean },
): void {
  const key = keyOf(one, other);
  const rest = toldApart(base).filter((known) => known !== key);
  base.settings.set(APART, apart ? [...rest, key].slice(-MOST_APART) : rest);
}

export type Entry = DuplicatePair['one'];

/** Title and detail of these, whichever are there. */
export function entriesOf(base: Base, kind: DuplicateKind, ids: readonly string[]): Map<string, Entry> {
  const entity = kind === 'client' ? client : contact;
  const sql = `SELECT * FROM ${entity.table} WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`;
  const firms = kind === 'client' ? null : firmsOf(base, ids);
  const rows = statement<Row>(base.reader, sql).all(JSON.stringify(ids));
  return new Map(
    rows.map((row) => {
      const record = fromRow<typeof client | typeof contact>(entity, row) as object as Row & { id: string };
      const detail = firms
        ? (firms.get(record.id) ?? []).join(' · ')
        : [record['town'], record['ico']].filter(Boolean).join(' · ');
      return [record.id, { id: record.id, title: titleOf(entity, record), detail }];
    }),
  );
}

function firmsOf({ reader }: Base, ids: readonly string[]): Map<string, string[]> {
  const rows = statement<{ contact: string; name: string }>(
    reader,
    `SELECT DISTINCT p.contact, c.name FROM position p JOIN client c ON c.id = ${winnerOf('p.client')}
     WHERE p.contact IN (SELECT value FROM json_each(?)) AND p.deleted_at IS NULL AND c.deleted_at IS NULL
     ORDER BY c.sort_name`,
  ).all(JSON.stringify(ids));
  const firms = new Map<string, string[]>();
  for (const { contact: id, name } of rows) firms.set(id, [...(firms.get(id) ?? []), name]);
  return firms;
}

function surestFirst(pairs: readonly Pair[]): Pair[] {
  const rankOf = ({ why }: Pair) => DUPLICATE_REASONS.indexOf(why[0] ?? 'name');
  return pairs.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.ids[1] < b.ids[1] ? 1 : -1));
}

function clientLooks({ reader }: Base) {
  const sql = `SELECT id, name, ico, postcode, town, street, country FROM client
    WHERE deleted_at IS NULL AND ${isOwn()}`;
  return statement<Row & { id: string }>(reader, sql)
    .all()
    .map((row) => clientLook(row.id, row));
}

function personLooks({ reader }: Base): PersonLook[] {
  const places = new Map<string, { clients: string[]; emails: string[]; phones: string[] }>();
  const rows = statement<{ person: string; firm: string; emails: string | null; phones: string | null }>(
    reader,
    `SELECT ${winnerOf('contact')} AS person, ${winnerOf('client')} AS firm, work_emails AS emails,
       work_phones AS phones FROM position WHERE deleted_at IS NULL`,
  );
  for (const { person, firm, emails, phones } of rows.iterate()) {
    const known = places.get(person) ?? { clients: [], emails: [], phones: [] };
    places.set(person, known);
    known.clients.push(firm);
    known.emails.push(...listOf(emails));
    known.phones.push(...listOf(phones));
  }
  const people = statement<Record<'id' | 'last' | 'first' | 'emails' | 'phones', string | null>>(
    reader,
    `SELECT id, last_name AS last, first_name AS first, emails, phones FROM contact
     WHERE deleted_at IS NULL AND ${isOwn()}`,
  );
  return people.all().map(({ id, last, first, emails, phones }) => {
    const at = places.get(id ?? '');
    return {
      id: id ?? '',
      name: fold(`${last ?? ''} ${first ?? ''}`),
      emails: [...listOf(emails), ...(at?.emails ?? [])],
      phones: [...listOf(phones), ...(at?.phones ?? [])],
      clients: [...new Set(at?.clients)],
    };
  });
}

function listOf(json: string | null): string[] {
  return json ? (JSON.parse(json) as { value: string }[]).map(({ value }) => value) : [];
}

function toldApart({ settings }: Base): string[] {
  return (settings.get(APART) as string[] | undefined) ?? [];
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
