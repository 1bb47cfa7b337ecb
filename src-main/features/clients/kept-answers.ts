/**
 * Answers that need the whole table (an order without an index, counts of values) are kept until something is written:
 * scrolling through 100,000 rows then costs one pass over them, not one for each window.
 */
import type { Base } from '#main/data/base.ts';

type Database = Base['reader'];

const MOST_KEPT = 8;
const kept = new WeakMap<Database, { version: unknown; answers: Map<string, unknown> }>();

/** The answer to `question`, computed anew when another handle has committed a write since. `db` is the read-only handle. */
export function keepUntilWritten<T>(db: Database, question: string, answer: () => T): T {
  const version = db.pragma('data_version', { simple: true });
  let shelf = kept.get(db);
  if (!shelf || shelf.version !== version) kept.set(db, (shelf = { version, answers: new Map() }));
  const { answers } = shelf;
  const found = answers.has(question) ? (answers.get(question) as T) : answer();
  // The last asked goes to the end, so that the one asked longest ago leaves first.
  answers.delete(question);
  answers.set(question, found);
  if (answers.size > MOST_KEPT) answers.delete(answers.keys().next().value as string);
  return found;
}
