/**
 * Search while typing. Each group is asked in stages, best first: the word as typed at the start of the name, the
 * word anywhere in the name, names that begin so, anything that begins so, phone digits, any three letters in a row.
 * The stages are unranked and limited, which keeps the slowest of them under a few milliseconds at 100,000 records.
 */
import type { Database } from 'better-sqlite3';
import { isPhoneQuery } from '#shared/domain/contacts/phone.ts';
import { fold, foldWords } from '#shared/domain/text/fold.ts';
import { entities, type EntityName } from '#shared/entities/index.ts';
import { statement } from './statement.ts';

export interface Stage {
  index: 'word' | 'part';
  match: string;
}

/** Trigrams need three characters. */
const PART = 3;

const quote = (token: string) => `"${token.replaceAll('"', '""')}"`;

/** The full-text queries for typed text, best first; empty for blank text. */
export function searchStages(text: string, parts: boolean): Stage[] {
  const words = foldWords(text);
  if (words.length === 0) return [];
  const exact = words.map(quote).join(' ');
  const prefix = `${exact}*`;
  const everyPrefix = words.map((word) => `${quote(word)}*`).join(' ');
  const stages: Stage[] = [
    {
      index: 'word',
      match: `name : ^ ${quote(words[0] ?? '')}${words.length > 1 ? '*' : ''}${words
        .slice(1)
        .map((word) => ` AND name : ${quote(word)}*`)
        .join('')}`,
    },
    { index: 'word', match: `name : (${exact})` },
    { index: 'word', match: `name : (${prefix})` },
    { index: 'word', match: everyPrefix },
  ];
  return parts ? [...stages, ...partStages(text)] : stages;
}

function partStages(text: string): Stage[] {
  const digits = isPhoneQuery(text);
  const pieces = fold(text).split(' ').filter(Boolean);
  const stages: Stage[] =
    digits && digits.length >= PART ? [{ index: 'part', match: `code : ${quote(digits)}` }] : [];
  if (pieces.every((piece) => piece.length >= PART))
    stages.push({ index: 'part', match: pieces.map(quote).join(' ') });
  return stages;
}

/** Ids of the best records of an entity, at most `limit`, each once. */
export function findIds(db: Database, name: EntityName, text: string, limit: number): string[] {
  const { table, search } = entities[name];
  const found = new Set<string>();
  for (const { index, match } of searchStages(text, search?.parts ?? false)) {
    const rows = statement<{ id: string }>(
      db,
      `SELECT d.id FROM (SELECT rowid FROM ${table}_${index} WHERE ${table}_${index} MATCH ? LIMIT ?) f
       JOIN ${table}_doc d ON d.doc = f.rowid`,
    ).all(match, limit + found.size);
    for (const { id } of rows) found.add(id);
    if (found.size >= limit) break;
  }
  return [...found].slice(0, limit);
}

/** A subquery of the ids of all records that match typed text, for `id IN (…)` in a list; null for blank text. */
export function matchIds(
  _db: Database,
  name: EntityName,
  text: string,
): { sql: string; params: string[] } | null {
  const { table, search } = entities[name];
  const words = foldWords(text);
  if (words.length === 0) return null;
  const everyPrefix = words.map((word) => `${quote(word)}*`).join(' ');
  const matches: Stage[] = [
    { index: 'word', match: everyPrefix },
    ...(search?.parts ? partStages(text) : []),
  ];
  const rows = matches.map(
    ({ index }) => `SELECT rowid FROM ${table}_${index} WHERE ${table}_${index} MATCH ?`,
  );
  return {
    sql: `SELECT id FROM ${table}_doc WHERE doc IN (${rows.join(' UNION ')})`,
    params: matches.map(({ match }) => match),
  };
}
