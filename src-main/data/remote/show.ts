/** Puts confirmed values where the screen reads them: row, derived columns, search document, history. */
import type { Entity } from '#shared/entities/define.ts';
import { DELETED_UNIT } from '#shared/sync/change.ts';
import type { UnitState } from '#shared/sync/wire.ts';
import { columnOf, derivedColumns, readRecord, type Row, toColumn } from '../codec.ts';
import { remember } from '../history.ts';
import { noteShownElsewhere } from '../merged.ts';
import { readMeta } from '../record-meta.ts';
import { indexRecord } from '../search-index.ts';
import { dropShadow, shadowsOf } from '../shadow.ts';
import { statement } from '../statement.ts';
import { pendingOf } from './pending.ts';
import type { RemoteTransaction } from './remote-transaction.ts';

export interface Shown extends UnitState {
  unit: string;
  /** {field: value}; of the deletion its time or null. */
  value: unknown;
}

/** Writes those values that differ from what stands there; `record` is what stands there. */
export function show(tx: RemoteTransaction, entity: Entity, record: Row, values: readonly Shown[]): void {
  const { db } = tx;
  const id = String(record['id']);
  const next: Row = { ...record };
  const row: Row = {};
  let isSearched = false;
  for (const { unit, value, change, hlc, actor } of values) {
    const fields = unit === DELETED_UNIT ? null : (entity.units[unit] ?? []);
    const before = fields ? pick(record, fields) : record['deletedAt'] !== null;
    const after = fields ? value : value !== null;
    // When it was deleted is what the server says, whoever did it.
    if (!fields && value !== record['deletedAt']) row['deleted_at'] = value;
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    if (fields) {
      Object.assign(next, value);
      for (const field of fields) {
        row[columnOf(field)] = toColumn(entity, field, next[field]);
        isSearched ||= entity.fields[field]?.search !== undefined;
      }
    } else {
      next['deletedAt'] = value;
      isSearched = true;
    }
    const stamp = Buffer.from(hlc, 'hex');
    remember(db, {
      entity: entity.name,
      record: id,
      unit,
      change,
      before,
      value: after,
      hlc: stamp,
      actor,
      action: 0,
    });
  }
  if (Object.keys(row).length === 0) return;
  Object.assign(row, derivedColumns(entity, next));
  const set = Object.keys(row).map((column) => `"${column}" = ?`);
  statement(db, `UPDATE "${entity.table}" SET ${set.join(', ')} WHERE id = ?`).run(...Object.values(row), id);
  if (isSearched) indexRecord(db, entity, id, next['deletedAt'] === null ? next : null);
  tx.touched(entity, id);
  if ('merged_into' in row || 'deleted_at' in row) noteShownElsewhere(tx, entity, 'merged_into' in row);
}

/** Shows what stands behind values that are pending no more: their change was acknowledged, or set aside. */
export function settle(tx: RemoteTransaction, entity: Entity, id: string): void {
  const { db } = tx;
  const shadows = shadowsOf(db, entity.name, id);
  if (shadows.length === 0) return;
  const isPending = pendingOf(db, id, readMeta(db, entity.name, id)?.seq ?? 0);
  const record = readRecord(db, entity, id) as Row | undefined;
  const settled = shadows.filter(({ unit }) => !isPending(unit));
  for (const { unit } of settled) dropShadow(db, entity.name, id, unit);
  if (record)
    show(
      tx,
      entity,
      record,
      settled.map((shadow) => ({ ...shadow, value: JSON.parse(shadow.value) as unknown })),
    );
}

export function pick(record: Row, fields: readonly string[]): Row {
  return Object.fromEntries(fields.map((field) => [field, record[field] ?? null]));
}
