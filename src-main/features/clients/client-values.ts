/** Values that occur in the client base: counts beside the filters, and suggestions for free-text fields. */
import type { Base } from '#main/data/base.ts';
import { columnOf } from '#main/data/codec.ts';
import { statement } from '#main/data/statement.ts';
import { CLIENT_FACETS, type ClientFilter } from '#shared/contract/clients.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { keepUntilWritten } from './kept-answers.ts';
import { clientWhere, LIVE, type Where } from './where.ts';

type Facet = (typeof CLIENT_FACETS)[number];
type FacetValue = { value: string; label: string | null; count: number };
/** How often each value occurs, '' for not filled in. */
type Counts = Map<string, number>;

const MOST_FACET_VALUES = 20;
const MOST_SUGGESTIONS = 200;
const SUGGESTED = ['segment', 'source', 'territory', 'town', 'legalForm'] as const;

/** A field with a choice of its own is counted without that choice, so that its other values stay in sight. */
export function clientFacets(base: Base, filter: ClientFilter): Record<Facet, FacetValue[]> {
  return keepUntilWritten(base.reader, JSON.stringify(['facets', filter]), () => {
    const counts = countValues(base, CLIENT_FACETS, clientWhere(base.reader, { text: filter.text }), filter);
    const names = memberNames(base);
    return Object.fromEntries(
      CLIENT_FACETS.map((facet) => {
        const values = commonest(counts.get(facet) ?? new Map(), filter[facet] ?? []);
        return [facet, values.map((one) => ({ ...one, label: labelOf(facet, one.value, names) }))];
      }),
    ) as Record<Facet, FacetValue[]>;
  });
}

/** Most used first; `text` is compared without accents and case. */
export function suggestValues(base: Base, field: (typeof SUGGESTED)[number], text: string): string[] {
  const counts = keepUntilWritten(base.reader, 'suggestions', () =>
    countValues(base, SUGGESTED, { sql: LIVE, params: [] }),
  );
  const start = fold(text);
  return byCount(counts.get(field) ?? new Map())
    .map(([value]) => value)
    .filter((value) => value !== '' && fold(value).startsWith(start))
    .slice(0, MOST_SUGGESTIONS);
}

/**
 * One pass over the clients for all fields together: a pass for each took eight times as long. A row that only one
 * chosen field keeps out counts for that field alone.
 */
function countValues(
  base: Base,
  fields: readonly string[],
  where: Where,
  chosen: Readonly<Record<string, unknown>> = {},
): Map<string, Counts> {
  const counts = fields.map((): Counts => new Map());
  const wanted = fields.map((field) => wantedValues(chosen[field]));
  const sql = `SELECT ${fields.map(columnOf).join(', ')} FROM client WHERE ${where.sql}`;
  const rows = statement<(string | null)[]>(base.reader, sql).raw(true).iterate(where.params);
  for (const row of rows) {
    let missed = 0;
    let missing = -1;
    for (let at = 0; at < row.length; at += 1) {
      if (wanted[at]?.has(row[at] ?? '') ?? true) continue;
      missed += 1;
      missing = at;
    }
    if (missed === 0) for (let at = 0; at < row.length; at += 1) countOne(counts[at], row[at]);
    else if (missed === 1) countOne(counts[missing], row[missing]);
  }
  return new Map(fields.map((field, at) => [field, counts[at] as Counts]));
}

function wantedValues(values: unknown): ReadonlySet<string> | undefined {
  return Array.isArray(values) && values.length > 0 ? new Set(values as string[]) : undefined;
}

function countOne(counts: Counts | undefined, stored: string | null | undefined): void {
  const value = stored ?? '';
  counts?.set(value, (counts.get(value) ?? 0) + 1);
}

/** What is chosen in the filter stays in the list, however rare it is. */
function commonest(counts: Counts, chosen: readonly string[]): { value: string; count: number }[] {
  const first = byCount(counts).slice(0, MOST_FACET_VALUES);
  const shown = new Set(first.map(([value]) => value));
  const rare = chosen
    .filter((value) => !shown.has(value))
    .map((value) => [value, counts.get(value) ?? 0] as const);
  return [...first, ...rare].map(([value, count]) => ({ value, count }));
}

function byCount(counts: Counts): [string, number][] {
  return [...counts].sort(([one, uses], [other, otherUses]) => otherUses - uses || (one < other ? -1 : 1));
}

function labelOf(facet: Facet, value: string, names: Map<string, string>): string | null {
  return facet === 'owner' ? (names.get(value) ?? null) : null;
}

function memberNames({ reader }: Base): Map<string, string> {
  const rows = statement<{ id: string; name: string }>(reader, 'SELECT id, name FROM member').all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
