/** Search while typing: what people type, letter by letter, through the contract and as bare full-text queries. */
import type { Database, Statement } from 'better-sqlite3';
import { chanceFrom } from '#db/demo/chance.ts';
import { searchStages } from '#main/data/search.ts';
import type { EngineClient } from '#main/engine/reach.ts';
import { entities, type EntityName } from '#shared/entities/index.ts';
import { fold } from '#shared/domain/text/fold.ts';
import type { Firm, Person } from './contact-list.ts';

const SHOWN = 6;
const LONGEST = 14;

/** Every state of the search box while `count` texts are typed: names, firms, numbers, addresses. */
export function typedTexts(people: readonly Person[], firms: readonly Firm[], count: number): string[] {
  const chance = chanceFrom(3);
  return Array.from({ length: count }, (_, at) => wordsOf(chance.of(people), chance.of(firms), at))
    .flatMap((text) => [...text].map((_, end) => text.slice(0, end + 1)).slice(0, LONGEST))
    .filter((text) => !text.endsWith(' '));
}

function wordsOf(person: Person, firm: Firm, at: number): string {
  switch (at % 10) {
    case 0:
    case 1:
      return `${person.lastName} ${person.firstName}`;
    case 2:
      return fold(person.lastName);
    case 3:
      return `${person.firstName} ${person.lastName}`;
    case 4:
    case 5:
      return firm.name;
    case 6:
      return fold(firm.name);
    case 7:
      return firm.ico;
    case 8:
      return `0${person.phone.slice(4, 7)} ${person.phone.slice(7)}`;
    default:
      return person.email;
  }
}

/** Milliseconds of every keystroke, each asked right after the other so that both meet the same machine. */
export async function timeTyping(
  client: EngineClient,
  db: Database,
  texts: readonly string[],
): Promise<{ asked: number[]; raw: number[] }> {
  const asked: number[] = [];
  const raw: number[] = [];
  for (const text of texts) {
    const from = performance.now();
    await client.search.find({ text, limit: SHOWN });
    const between = performance.now();
    findRaw(db, text, SHOWN + 1);
    raw.push(performance.now() - between);
    asked.push(between - from);
  }
  return { asked, raw };
}

const prepared = new Map<string, Statement<unknown[], unknown>>();

/** The same full-text queries, as far as the search goes through them, and nothing else. */
function findRaw(db: Database, text: string, limit: number): void {
  rowids(db, 'client', text, limit);
  if (rowids(db, 'contact', text, limit) < limit) rowids(db, 'position', text, limit);
  for (const name of ['interaction', 'objection', 'contract'] as const) rowids(db, name, text, limit);
}

function rowids(db: Database, name: EntityName, text: string, limit: number): number {
  const { table, search } = entities[name];
  const found = new Set<unknown>();
  for (const { index, match } of searchStages(text, search?.parts ?? false)) {
    const sql = `SELECT rowid FROM ${table}_${index} WHERE ${table}_${index} MATCH ? LIMIT ?`;
    let query = prepared.get(sql);
    if (!query) prepared.set(sql, (query = db.prepare<unknown[]>(sql).pluck()));
    for (const rowid of query.all(match, limit + found.size)) found.add(rowid);
    if (found.size >= limit) break;
  }
  return found.size;
}
