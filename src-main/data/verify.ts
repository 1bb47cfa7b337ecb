/** Proves that the file, the search index, the bookkeeping of changes and the attachments agree with the records. */
import type { Database } from 'better-sqlite3';
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';
import type { Base } from './base.ts';
import { brokenAttachments } from './blobs/verify-blobs.ts';
import { derivedColumns, fromRow, type Row } from './codec.ts';
import { searchDocument } from './search-document.ts';
import { statement } from './statement.ts';

export interface Found {
  check: string;
  /** Ids and names of tables; never contents. */
  detail: string;
}

export interface Verified {
  clean: boolean;
  records: number;
  changes: number;
  problems: Found[];
}

const PROBLEMS_SHOWN = 50;
const all = Object.values(entities) as Entity[];

export function verifyBase(base: Base): Verified {
  const { writer } = base;
  const problems: Found[] = [];
  checkFile(writer, problems);
  let records = 0;
  for (const entity of all) {
    records += checkRecords(base, entity, problems);
    checkMeta(writer, entity, problems);
    checkShadows(writer, entity, problems);
    if (entity.search) checkIndex(writer, entity, problems);
  }
  for (const table of ['client', 'contact']) checkMerged(writer, table, problems);
  checkChanges(writer, problems);
  for (const id of brokenAttachments(base))
    problems.push({ check: 'attachment', detail: `attachment ${id}` });
  const { changes } = statement<{ changes: number }>(
    writer,
    'SELECT count(*) AS changes FROM change',
  ).get() ?? { changes: 0 };
  return { clean: problems.length === 0, records, changes, problems: problems.slice(0, PROBLEMS_SHOWN) };
}

function checkFile(db: Database, problems: Found[]): void {
  for (const { integrity_check: detail } of db.pragma('integrity_check') as { integrity_check: string }[])
    if (detail !== 'ok') problems.push({ check: 'file', detail });
}

/** Derived columns and search documents as they would be written today. */
function checkRecords({ reader }: Base, entity: Entity, problems: Found[]): number {
  const { table, search } = entity;
  const documents = search ? `LEFT JOIN ${table}_doc d ON d.id = t.id` : '';
  const columns = search ? ', d.name AS doc_name, d.detail AS doc_detail, d.code AS doc_code' : '';
  let records = 0;
  for (const row of reader
    .prepare<[], Row>(`SELECT t.*${columns} FROM "${table}" t ${documents}`)
    .iterate()) {
    records += 1;
    const record = fromRow(entity, row) as Row;
    const id = String(record['id']);
    const derived = derivedColumns(entity, record);
    if (Object.entries(derived).some(([column, value]) => row[column] !== value))
      problems.push({ check: 'derived', detail: `${table} ${id}` });
    if (search && !isDocumentOf(entity, record, row))
      problems.push({ check: 'document', detail: `${table} ${id}` });
  }
  return records;
}

function isDocumentOf(entity: Entity, record: Row, row: Row): boolean {
  const { doc_name: name, doc_detail: detail, doc_code: code } = row;
  if (record['deletedAt'] !== null) return name === null;
  const expected = searchDocument(entity, record);
  return expected.name === name && expected.detail === detail && expected.code === code;
}

/** Every record was confirmed by a server or waits as an unsent create, never neither. */
function checkMeta(db: Database, { table, name }: Entity, problems: Found[]): void {
  const rows = db.prepare<[string], { id: string }>(
    `SELECT t.id FROM "${table}" t
     WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.id = t.id AND c.kind = 'create' AND c.seq IS NULL)
       AND NOT EXISTS (SELECT 1 FROM record_meta m WHERE m.entity = ? AND m.record = t.id)`,
  );
  for (const { id } of rows.all(name)) problems.push({ check: 'unaccounted', detail: `${table} ${id}` });
}

/** Behind every pending edit of a confirmed record stands what the server has. */
function checkShadows(db: Database, { name }: Entity, problems: Found[]): void {
  const bare = db.prepare<[string], { record: string; unit: string }>(
    `SELECT c.record, u.key AS unit FROM change c, json_each(c.units) u
     WHERE c.entity = ? AND c.kind = 'set' AND c.seq IS NULL
       AND EXISTS (SELECT 1 FROM record_meta m WHERE m.entity = c.entity AND m.record = c.record)
       AND NOT EXISTS (SELECT 1 FROM shadow s WHERE s.entity = c.entity AND s.record = c.record AND s.unit = u.key)`,
  );
  for (const { record, unit } of bare.all(name))
    problems.push({ check: 'shadow', detail: `${name} ${record} ${unit}` });
}

function checkIndex(db: Database, { table, search }: Entity, problems: Found[]): void {
  for (const index of search?.parts ? [`${table}_word`, `${table}_part`] : [`${table}_word`]) {
    try {
      db.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`);
    } catch {
      problems.push({ check: 'index', detail: index });
    }
  }
  const orphans = db.prepare<[], { id: string }>(
    `SELECT d.id FROM ${table}_doc d LEFT JOIN "${table}" t ON t.id = d.id WHERE t.id IS NULL`,
  );
  for (const { id } of orphans.all()) problems.push({ check: 'document', detail: `${table}_doc ${id}` });
}

/** Each live record that names another one is shown where its pointers end; of a ring at the lowest id. */
function checkMerged(db: Database, table: string, problems: Found[]): void {
  const next = new Map(
    db
      .prepare<[], [string, string]>(
        `SELECT c.id, t.id FROM ${table} c JOIN ${table} t ON t.id = c.merged_into
         WHERE c.deleted_at IS NULL AND t.deleted_at IS NULL`,
      )
      .raw(true)
      .all() as [string, string][],
  );
  const kept = db.prepare<[string], string>('SELECT winner FROM merged WHERE loser = ?').pluck();
  for (const id of next.keys()) {
    const way = [id];
    let end: string | undefined = next.get(id);
    while (end !== undefined && !way.includes(end)) {
      way.push(end);
      end = next.get(end);
    }
    const winner = end === undefined ? way.at(-1) : way.toSorted()[0];
    if ((kept.get(id) ?? id) !== winner) problems.push({ check: 'merged', detail: `${table} ${id}` });
  }
  const stray = db.prepare<[], { id: string }>(
    `SELECT m.loser AS id FROM merged m JOIN ${table} c ON c.id = m.loser
     WHERE c.deleted_at IS NOT NULL OR c.merged_into IS NULL`,
  );
  for (const { id } of stray.all()) problems.push({ check: 'merged', detail: `${table} ${id}` });
}

function checkChanges(db: Database, problems: Found[]): void {
  for (const { name, table } of all) {
    const lost = db.prepare<[string], { id: string }>(
      `SELECT c.id FROM change c LEFT JOIN "${table}" t ON t.id = c.record WHERE c.entity = ? AND t.id IS NULL`,
    );
    for (const { id } of lost.all(name)) problems.push({ check: 'change', detail: `${table} ${id}` });
  }
  const odd = db.prepare<[], { id: string }>(
    `SELECT id FROM change WHERE (kind = 'create' AND (id <> record OR units IS NOT NULL))
       OR (kind = 'set' AND (units IS NULL OR base IS NULL)) OR length(hlc) <> 16
       OR action NOT IN (SELECT no FROM action)`,
  );
  for (const { id } of odd.all()) problems.push({ check: 'change', detail: id });
}
