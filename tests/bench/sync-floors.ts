/** What the same reading and the same writing cost without an exchange around them. */
import type { Database, Statement } from 'better-sqlite3';
import { Client } from 'pg';
import { columnOf, derivedColumns, toColumn } from '#main/data/codec.ts';
import { packUnits } from '#main/data/record-meta.ts';
import { searchDocument } from '#main/data/search-document.ts';
import { entityNamed } from '#shared/entities/index.ts';
import type { UnitState } from '#shared/sync/wire.ts';

interface Stored {
  entity: string;
  id: string;
  seq: string;
  data: Record<string, unknown>;
  units: Record<string, UnitState>;
  created_at: string;
  created_by: string | null;
}

const ROWS_AT_ONCE = 5_000;

/** A plain SELECT of every record and a plain INSERT of each with the same index, in one transaction. */
export async function copyPlainly(databaseUrl: string, db: Database): Promise<number> {
  prepared.clear();
  const source = new Client({ connectionString: databaseUrl });
  await source.connect();
  let copied = 0;
  let after = ['', '00000000-0000-0000-0000-000000000000'];
  db.exec('BEGIN IMMEDIATE');
  for (let more = true; more; ) {
    const { rows } = await source.query<Stored>(
      `SELECT entity, id, seq, data, units, created_at, created_by FROM sync.record
       WHERE (entity, id) > ($1, $2) ORDER BY entity, id LIMIT ${ROWS_AT_ONCE}`,
      after,
    );
    for (const row of rows) insert(db, row);
    copied += rows.length;
    const last = rows.at(-1);
    more = rows.length === ROWS_AT_ONCE && last !== undefined;
    if (last) after = [last.entity, last.id];
  }
  db.exec('COMMIT');
  await source.end();
  return copied;
}

const prepared = new Map<string, Statement<unknown[]>>();

function run(db: Database, sql: string, ...values: unknown[]): number | bigint {
  let statement = prepared.get(sql);
  if (!statement) prepared.set(sql, (statement = db.prepare<unknown[]>(sql)));
  return statement.run(...values).lastInsertRowid;
}

function insert(db: Database, { entity: name, id, seq, data, units, created_at, created_by }: Stored): void {
  const entity = entityNamed(name);
  const fields = Object.keys(entity.fields);
  const derived = derivedColumns(entity, { ...data });
  const columns = ['id', 'created_at', 'created_by', ...fields.map(columnOf), ...Object.keys(derived)];
  run(
    db,
    `INSERT INTO "${entity.table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    id,
    Number(created_at),
    created_by,
    ...fields.map((field) => toColumn(entity, field, data[field])),
    ...Object.values(derived),
  );
  run(
    db,
    'INSERT INTO record_meta (entity, record, seq, units) VALUES (?, ?, ?, ?)',
    name,
    id,
    Number(seq),
    packUnits(id, units),
  );
  if (!entity.search) return;
  const { name: title, detail, code } = searchDocument(entity, data);
  const doc = run(
    db,
    `INSERT INTO ${entity.table}_doc (id, name, detail, code) VALUES (?, ?, ?, ?)`,
    id,
    title,
    detail,
    code,
  );
  run(
    db,
    `INSERT INTO ${entity.table}_word (rowid, name, detail, code) VALUES (?, ?, ?, ?)`,
    doc,
    title,
    detail,
    code,
  );
  if (entity.search.parts)
    run(db, `INSERT INTO ${entity.table}_part (rowid, name, code) VALUES (?, ?, ?)`, doc, title, code);
}
