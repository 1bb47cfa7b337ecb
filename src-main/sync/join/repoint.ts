/**
 * Gives records other ids, with everything that names them: references between records, the bookkeeping of changes,
 * history, drafts. Ids are unique over all entities, so inside JSON they are found as they stand.
 */
import type { Connection } from '#main/data/staging-connection.ts';
import { columnOf } from '#main/data/codec.ts';
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const all = Object.values(entities) as Entity[];

/** Columns beside the entities' own that hold one id. */
const ID_COLUMNS: readonly [table: string, column: string][] = [
  ['change', 'record'],
  ['change', 'root'],
  ['history', 'record'],
  // A value folded into a `create` was written by the change of the record's own id.
  ['history', 'change'],
  ['history', 'actor'],
  ['action', 'actor'],
  ['draft', 'record'],
  ['draft', 'client'],
  ['shadow', 'record'],
  ['shadow', 'actor'],
  ['rejected', 'record'],
  ['rejected', 'root'],
  ['conflict', 'about'],
  ['conflict', 'record'],
];

/** Columns that hold ids in a longer text. */
const TEXT_COLUMNS: readonly [table: string, column: string][] = [
  ['change', 'units'],
  ['history', 'before'],
  ['history', 'value'],
  ['draft', 'key'],
  ['draft', 'values'],
  ['shadow', 'value'],
  ['rejected', 'units'],
];

/**
 * Every id that is a key of `ids` becomes its value, inside the caller's transaction. A `create` keeps its id, which
 * is that of the record: the caller takes it away or renames the record's rows with `renameRecords`.
 */
export function repoint(db: Connection, ids: ReadonlyMap<string, string>): void {
  if (ids.size === 0) return;
  fillMap(db, ids);
  for (const [table, column] of [...ID_COLUMNS, ...referenceColumns()])
    db.exec(
      `UPDATE "${table}" SET "${column}" = (SELECT theirs FROM temp.repointed WHERE mine = "${column}")
       WHERE "${column}" IN (SELECT mine FROM temp.repointed)`,
    );
  db.function('repointed', { deterministic: true }, (text) =>
    typeof text === 'string' ? text.replace(UUID, (id) => ids.get(id) ?? id) : text,
  );
  for (const [table, column] of [...TEXT_COLUMNS, ...listColumns()])
    db.exec(
      `UPDATE "${table}" SET "${column}" = repointed("${column}") WHERE "${column}" <> repointed("${column}")`,
    );
  db.exec('DROP TABLE temp.repointed');
}

/** The rows and search documents of an entity's records go over to their new ids. */
export function renameRecords(
  db: Connection,
  { table, search }: Entity,
  ids: ReadonlyMap<string, string>,
): void {
  for (const named of search ? [table, `${table}_doc`] : [table]) {
    const rename = db.prepare(`UPDATE "${named}" SET id = ? WHERE id = ?`);
    for (const [mine, theirs] of ids) if (mine !== theirs) rename.run(theirs, mine);
  }
}

function fillMap(db: Connection, ids: ReadonlyMap<string, string>): void {
  db.exec(`DROP TABLE IF EXISTS temp.repointed;
    CREATE TEMP TABLE repointed (mine TEXT PRIMARY KEY, theirs TEXT NOT NULL) WITHOUT ROWID`);
  const add = db.prepare('INSERT INTO temp.repointed (mine, theirs) VALUES (?, ?)');
  for (const [mine, theirs] of ids) if (mine !== theirs) add.run(mine, theirs);
}

/** Columns of references between records, and who entered each. */
function referenceColumns(): [table: string, column: string][] {
  return all.flatMap((entity) => [
    [entity.table, 'created_by'] as [string, string],
    ...columnsOfKind(entity, ['reference']),
  ]);
}

function listColumns(): [table: string, column: string][] {
  return all.flatMap((entity) => columnsOfKind(entity, ['references', 'values']));
}

function columnsOfKind({ table, fields }: Entity, kinds: readonly string[]): [string, string][] {
  return Object.entries(fields)
    .filter(([, { kind }]) => kinds.includes(kind))
    .map(([field]) => [table, columnOf(field)]);
}
