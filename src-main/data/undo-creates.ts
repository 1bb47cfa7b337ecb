/**
 * Taking out the records that an action created: set by set, because an import creates a hundred thousand. What was
 * sent is elsewhere too by now, so it is deleted like anything else.
 */
import type { Database } from 'better-sqlite3';
import type { Entity } from '#shared/entities/define.ts';
import { entities, entityNamed } from '#shared/entities/index.ts';
import { columnOf } from './codec.ts';
import type { Transaction } from './transaction.ts';
import type { ActionStep } from './undo.ts';

/** Key of the label of an undo. */
export const UNDONE = 'undone';

const all = Object.values(entities) as Entity[];

/**
 * Fills the temporary table `created` with what the action created and nothing else has touched or stands on since;
 * the rest goes to `kept`. A kept record keeps what it refers to, a kept person also his places.
 */
export function keepWhatIsUsed(db: Database, step: ActionStep, kept: Map<string, string>): void {
  db.exec(`DROP TABLE IF EXISTS temp.created;
    CREATE TEMP TABLE created (
      record TEXT PRIMARY KEY, entity TEXT NOT NULL, sent INTEGER NOT NULL, keep INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID`);
  db.prepare(
    `INSERT INTO temp.created (record, entity, sent)
     SELECT record, entity, n IS NOT NULL OR seq IS NOT NULL FROM change
     WHERE ord BETWEEN ? AND ? AND action = ? AND kind = 'create'`,
  ).run(step.first_change, step.last_change, step.no);
  const used = [
    // What was taken back since, and the taking back itself, left nothing that stands on the record.
    `SELECT record FROM history WHERE action > ${step.no} AND action NOT IN
       (SELECT no FROM action WHERE undone_at IS NOT NULL OR json_extract(label, '$.key') = '${UNDONE}')`,
    // What came from the server bears no action.
    `SELECT record FROM history WHERE action = 0 AND id > ${step.last_history}`,
    ...references().map(
      ([table, column, to]) =>
        `SELECT t."${column}" FROM "${table}" t JOIN temp.created c ON c.record = t."${column}" AND c.entity = '${to}'
         WHERE t.deleted_at IS NULL AND t.id NOT IN (SELECT record FROM temp.created)`,
    ),
    `SELECT p.value FROM interaction i, json_each(i.people) p
     WHERE i.deleted_at IS NULL AND i.people IS NOT NULL AND i.id NOT IN (SELECT record FROM temp.created)`,
  ];
  for (const sql of used) db.exec(`UPDATE temp.created SET keep = 1 WHERE record IN (${sql})`);
  spreadKeeping(db);
  const rows = db.prepare<[], { record: string; entity: string }>(
    'SELECT record, entity FROM temp.created WHERE keep = 1',
  );
  for (const { record, entity } of rows.all()) kept.set(record, entity);
  db.exec('DELETE FROM temp.created WHERE keep = 1');
}

function spreadKeeping(db: Database): void {
  const upwards = references().map(
    ([table, column]) =>
      `UPDATE temp.created SET keep = 1 WHERE keep = 0 AND record IN (
         SELECT t."${column}" FROM "${table}" t JOIN temp.created c ON c.record = t.id AND c.keep = 1)`,
  );
  const places = `UPDATE temp.created SET keep = 1 WHERE keep = 0 AND entity = 'position' AND record IN (
    SELECT p.id FROM position p JOIN temp.created c ON c.record = p.contact AND c.keep = 1)`;
  for (let spread = 1; spread > 0; ) {
    spread = 0;
    for (const sql of [places, ...upwards]) spread += db.prepare(sql).run().changes;
  }
}

/** Table, column and target of every reference between records. */
function references(): [table: string, column: string, to: string][] {
  return all.flatMap(({ table, fields }) =>
    Object.entries(fields)
      .filter(([, field]) => field.kind === 'reference')
      .map(([name, field]): [string, string, string] => [table, columnOf(name), field.to ?? '']),
  );
}

/** Removes the rows left in `created`, with their documents, changes and history; returns how many there were. */
export function takeOutCreated(tx: Transaction, step: ActionStep): number {
  const { db } = tx;
  const deleted = deleteSent(tx);
  const counts = db
    .prepare<[], { entity: string; count: number }>(
      'SELECT entity, count(*) AS count FROM temp.created GROUP BY entity',
    )
    .all();
  for (const { entity: name, count } of counts) {
    const { table, search } = entityNamed(name);
    const mine = `(SELECT record FROM temp.created WHERE entity = '${name}')`;
    if (search) takeOutDocuments(db, entityNamed(name), mine, count);
    db.exec(`DELETE FROM "${table}" WHERE id IN ${mine}`);
    tx.published(name, count);
  }
  if (counts.length > 0) {
    db.exec(`DELETE FROM change WHERE kind <> 'create' AND record IN (SELECT record FROM temp.created);
      DELETE FROM change WHERE ord BETWEEN ${step.first_change} AND ${step.last_change} AND kind = 'create'
        AND record IN (SELECT record FROM temp.created);
      DELETE FROM history WHERE record IN (SELECT record FROM temp.created)`);
  }
  db.exec('DROP TABLE temp.created');
  return counts.reduce((sum, { count }) => sum + count, deleted);
}

function deleteSent(tx: Transaction): number {
  const { db } = tx;
  const sent = db
    .prepare<[], { record: string; entity: string }>('SELECT record, entity FROM temp.created WHERE sent = 1')
    .all();
  const before = tx.changes;
  for (const { record, entity } of sent) tx.remove(entityNamed(entity), record);
  db.exec('DELETE FROM temp.created WHERE sent = 1');
  return tx.changes - before;
}

/** Taking out one full-text row costs about as much as putting in this many. */
const REBUILD_ABOVE = 16;

/**
 * Full-text rows are taken out one by one, each with everything it stands under. Where many of them go, building the
 * index anew from the documents that stay takes seconds instead of minutes.
 */
function takeOutDocuments(db: Database, { table, search }: Entity, mine: string, count: number): void {
  const indexes = search?.parts ? ['word', 'part'] : ['word'];
  const { total } = db.prepare(`SELECT count(*) AS total FROM ${table}_doc`).get() as { total: number };
  if (count * REBUILD_ABOVE > total) {
    db.exec(`DELETE FROM ${table}_doc WHERE id IN ${mine}`);
    for (const index of indexes)
      db.exec(`INSERT INTO ${table}_${index} (${table}_${index}) VALUES ('rebuild')`);
    return;
  }
  for (const index of indexes) {
    const columns = index === 'word' ? 'name, detail, code' : 'name, code';
    db.exec(`INSERT INTO ${table}_${index} (${table}_${index}, rowid, ${columns})
      SELECT 'delete', doc, ${columns} FROM ${table}_doc WHERE id IN ${mine}`);
  }
  db.exec(`DELETE FROM ${table}_doc WHERE id IN ${mine}`);
}
