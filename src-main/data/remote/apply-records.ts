/**
 * Records as the server has them. New ones are written in bulk, because the first copy of a base is made of them; of
 * one that is here each unit is taken, or kept behind a value of this device that is on its way.
 */
import type { Entity } from '#shared/entities/define.ts';
import { noteShownElsewhere } from '../merged.ts';
import { entities } from '#shared/entities/index.ts';
import { DELETED_UNIT } from '#shared/sync/change.ts';
import type { WireRecord } from '#shared/sync/wire.ts';
import { columnOf, derivedColumns, readRecord, type Row, toColumn } from '../codec.ts';
import { readMeta, stateOfUnit, writeMeta } from '../record-meta.ts';
import { searchDocument } from '../search-document.ts';
import { dropShadow, shadowsOf, writeShadow } from '../shadow.ts';
import { statement } from '../statement.ts';
import { knownPart } from './known-part.ts';
import { park, unpark } from './park.ts';
import { pendingOf } from './pending.ts';
import type { RemoteTransaction } from './remote-transaction.ts';
import { pick, show, type Shown } from './show.ts';

interface Arrived {
  record: WireRecord;
  values: Row;
}

export interface HowToApply {
  /** Also records that are here at this very `seq`: what stands here is doubted. */
  again?: boolean;
}

/** In the order in which they came; a state older than the one that is here is passed over. */
export function applyRecords(
  tx: RemoteTransaction,
  records: readonly WireRecord[],
  { again = false }: HowToApply = {},
): void {
  for (const [name, group] of Map.groupBy(records, ({ entity }) => entity)) {
    const entity = (entities as Record<string, Entity | undefined>)[name];
    if (!entity) for (const record of group) park(tx, record);
    else applyGroup(tx, entity, group, again);
  }
}

function applyGroup(
  tx: RemoteTransaction,
  entity: Entity,
  group: readonly WireRecord[],
  again: boolean,
): void {
  const here = idsHere(tx, entity, group);
  const anyParked = statement(tx.db, 'SELECT 1 FROM parked_remote LIMIT 1').get() !== undefined;
  const fresh = new Map<string, Arrived>();
  for (const record of group) {
    const known = knownPart(entity, record);
    if (known?.whole !== true) park(tx, record);
    else if (anyParked) unpark(tx, entity.name, record.id);
    if (!known) continue;
    const arrived = { record, values: known.values };
    if (here.has(record.id)) applyToPresent(tx, entity, arrived, again);
    else fresh.set(record.id, arrived);
  }
  insertAll(tx, entity, [...fresh.values()]);
}

function idsHere({ db }: RemoteTransaction, { table }: Entity, group: readonly WireRecord[]): Set<string> {
  const rows = statement<{ id: string }>(
    db,
    `SELECT id FROM "${table}" WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(group.map(({ id }) => id)));
  return new Set(rows.map(({ id }) => id));
}

function insertAll(tx: RemoteTransaction, entity: Entity, arrived: readonly Arrived[]): void {
  if (arrived.length === 0) return;
  const { db } = tx;
  const { table, search, name } = entity;
  const fields = Object.keys(entity.fields);
  const columns = ['id', 'created_at', 'created_by', 'deleted_at', ...fields.map(columnOf)];
  columns.push(...Object.keys(entity.derived ?? {}).map(columnOf));
  const insert = statement(
    db,
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const lastDocument = search ? newestDocument(tx, table) : 0;
  const document =
    search && statement(db, `INSERT INTO ${table}_doc (id, name, detail, code) VALUES (?, ?, ?, ?)`);
  for (const { record, values } of arrived) {
    const { id, createdAt, createdBy, deletedAt } = record;
    const stored = fields.map((field) => toColumn(entity, field, values[field]));
    insert.run(
      id,
      createdAt,
      createdBy,
      deletedAt,
      ...stored,
      ...Object.values(derivedColumns(entity, values)),
    );
    writeMeta(db, name, id, record.seq, record.units);
    if (document && deletedAt === null) {
      const text = searchDocument(entity, values);
      document.run(id, text.name, text.detail, text.code);
    }
    tx.touched(entity, id);
  }
  noteShownElsewhere(tx, entity);
  if (search) indexDocuments(tx, entity, lastDocument);
}

function newestDocument({ db }: RemoteTransaction, table: string): number {
  const row = statement<{ last: number }>(db, `SELECT coalesce(max(doc), 0) AS last FROM ${table}_doc`).get();
  return row?.last ?? 0;
}

function indexDocuments({ db }: RemoteTransaction, { table, search }: Entity, after: number): void {
  statement(
    db,
    `INSERT INTO ${table}_word (rowid, name, detail, code) SELECT doc, name, detail, code FROM ${table}_doc WHERE doc > ?`,
  ).run(after);
  if (search?.parts)
    statement(
      db,
      `INSERT INTO ${table}_part (rowid, name, code) SELECT doc, name, code FROM ${table}_doc WHERE doc > ?`,
    ).run(after);
}

function applyToPresent(
  tx: RemoteTransaction,
  entity: Entity,
  { record, values }: Arrived,
  again: boolean,
): void {
  const { db } = tx;
  const { id, seq, units } = record;
  const meta = readMeta(db, entity.name, id);
  if (meta && (seq < meta.seq || (seq === meta.seq && !again))) return;
  const here = readRecord(db, entity, id) as Row;
  const isPending = pendingOf(db, id);
  const behind = new Set(shadowsOf(db, entity.name, id).map(({ unit }) => unit));
  const shown: Shown[] = [];
  const take = (unit: string, value: unknown): void => {
    const state = units[unit] ?? stateOfUnit(null, id, unit, record);
    if (isPending(unit)) writeShadow(db, entity.name, id, unit, value, state);
    else {
      if (behind.has(unit)) dropShadow(db, entity.name, id, unit);
      shown.push({ ...state, unit, value });
    }
  };
  for (const [unit, fields] of Object.entries(entity.units)) take(unit, pick(values, fields));
  take(DELETED_UNIT, record.deletedAt);
  show(tx, entity, here, shown);
  const { createdAt, createdBy } = record;
  if (createdAt !== here['createdAt'] || createdBy !== here['createdBy'])
    statement(db, `UPDATE "${entity.table}" SET created_at = ?, created_by = ? WHERE id = ?`).run(
      createdAt,
      createdBy,
      id,
    );
  writeMeta(db, entity.name, id, seq, units);
}
