/**
 * The door's entry for imports: a staging file that another thread filled becomes part of the base in one
 * transaction of `INSERT … SELECT`, with the same bookkeeping as single writes.
 */
import type { ActionLabel } from '#shared/contract/records.ts';
import type { Entity } from '#shared/entities/define.ts';
import { entities, entityNamed } from '#shared/entities/index.ts';
import type { Base } from './base.ts';
import { keyLiteral } from './connection.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { writeInBulk } from './write.ts';

export interface Staged {
  /** Encrypted SQLite file under the base's key: entity tables, `<table>_doc`, and `fill(entity, record, values)`. */
  file: string;
  /** Id of the action that undo takes back. */
  action: string;
  label: ActionLabel;
}

/** Entities that an import creates, with the column that groups rows into one server transaction. */
const PUBLISHED: [Entity, root: string, txn: string][] = [
  [entities.client, 'id', 'id'],
  [entities.contact, 'id', 'id'],
  [entities.position, 'client', 'contact'],
];

/** All or nothing; throws NOT_SAVED. */
export function publishStaged(base: Base, { file, action, label }: Staged): void {
  const { writer } = base;
  writer.exec(`ATTACH '${file.replaceAll("'", "''")}' AS staged KEY "${keyLiteral(base.key)}"`);
  try {
    const publish = (tx: Transaction) => {
      for (const [entity, root, txn] of PUBLISHED) publishTable(tx, entity, root, txn);
      const fills = writer
        .prepare<[], Fill>('SELECT entity, record, "values" AS fields FROM staged.fill')
        .all();
      for (const { entity, record, fields } of fills) {
        tx.edit(entityNamed(entity), record, JSON.parse(fields) as Record<string, unknown>);
      }
    };
    writeInBulk(base, label, publish, action);
  } finally {
    writer.exec('DETACH staged');
  }
}

interface Fill {
  entity: string;
  record: string;
  fields: string;
}

function publishTable(tx: Transaction, { table, name }: Entity, root: string, txn: string): void {
  const { db, stamp } = tx;
  const columns = columnsOf(tx, table);
  const { changes } = db
    .prepare(`INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM staged."${table}"`)
    .run();
  if (changes === 0) return;
  db.prepare(
    `INSERT INTO change (id, entity, record, root, kind, hlc, txn, action)
     SELECT id, ?, id, "${root}", 'create', ?, "${txn}", ? FROM staged."${table}"`,
  ).run(name, stamp.hlc, stamp.action);
  const { last } = db.prepare(`SELECT coalesce(max(doc), 0) AS last FROM main.${table}_doc`).get() as {
    last: number;
  };
  db.exec(
    `INSERT INTO main.${table}_doc (id, name, detail, code) SELECT id, name, detail, code FROM staged.${table}_doc`,
  );
  db.prepare(
    `INSERT INTO ${table}_word (rowid, name, detail, code) SELECT doc, name, detail, code FROM main.${table}_doc WHERE doc > ?`,
  ).run(last);
  db.prepare(
    `INSERT INTO ${table}_part (rowid, name, code) SELECT doc, name, code FROM main.${table}_doc WHERE doc > ?`,
  ).run(last);
  tx.published(name, changes);
}

function columnsOf({ db }: Transaction, table: string): string {
  return statement<{ name: string }>(db, 'SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => `"${name}"`)
    .join(', ');
}
