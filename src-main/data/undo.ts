/**
 * Undo: an action is taken back by an ordinary action that touches only what still has the value it wrote. Records
 * that it created are taken out again, or deleted where they were sent already; those that something else has been built on
 * since are kept and named.
 */
import type { ActionLabel } from '#shared/contract/records.ts';
import type { Entity } from '#shared/entities/define.ts';
import { entities, entityNamed } from '#shared/entities/index.ts';
import { titleOf } from '#shared/entities/title.ts';
import { DELETED_UNIT } from '#shared/sync/change.ts';
import { refused } from './app-error.ts';
import type { Base } from './base.ts';
import { readRecord, type Row } from './codec.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { keepWhatIsUsed, takeOutCreated, UNDONE } from './undo-creates.ts';
import { writeInBulk } from './write.ts';

export interface ActionStep {
  no: number;
  id: string;
  label: string;
  actor: string;
  at: number;
  first_change: number;
  last_change: number;
  first_history: number;
  last_history: number;
  undone_at: number | null;
}

export interface Undone {
  action: string | null;
  undone: number;
  kept: { entity: string; id: string; title: string }[];
  keptTotal: number;
}

/** Steps that are never taken back: an undo, the first member of a base, the filling of the demo base, a rescue, an erasure. */
const FINAL = [UNDONE, 'began', 'demo', 'salvaged', 'contactErased'];
const KEPT_SHOWN = 20;

/** The newest steps first. */
export function recentActions(
  base: Base,
  limit: number,
): { action: string; label: ActionLabel; at: number; undone: boolean }[] {
  return statement<ActionStep>(
    base.reader,
    `SELECT * FROM action WHERE json_extract(label, '$.key') NOT IN (SELECT value FROM json_each(?)) ORDER BY no DESC LIMIT ?`,
  )
    .all(JSON.stringify(FINAL), limit)
    .map(({ id, label, at, undone_at }) => ({
      action: id,
      label: JSON.parse(label) as ActionLabel,
      at,
      undone: undone_at !== null,
    }));
}

/** Takes the action back; throws REFUSED when it is unknown, undone already or final. */
export function undoAction(base: Base, action: string): Undone {
  const step = statement<ActionStep>(base.writer, 'SELECT * FROM action WHERE id = ?').get(action);
  if (!step) throw refused('unknownAction');
  if (step.undone_at !== null) throw refused('alreadyUndone');
  const { key, params } = JSON.parse(step.label) as ActionLabel;
  if (FINAL.includes(key)) throw refused('notUndoable');
  const kept = new Map<string, string>();
  let undone = 0;
  const label: ActionLabel = { key: UNDONE, params };
  const { action: written } = writeInBulk(base, label, (tx) => {
    undone += takeBackValues(tx, step, kept);
    keepWhatIsUsed(tx.db, step, kept);
    undone += takeOutCreated(tx, step);
    if (undone > 0) statement(tx.db, 'UPDATE action SET undone_at = ? WHERE no = ?').run(tx.now, step.no);
  });
  return { action: written, undone, keptTotal: kept.size, kept: namesOf(base, kept) };
}

interface Remembered {
  entity: string;
  record: string;
  unit: string;
  before: string;
  value: string;
}

/** Newest first, so that a unit written twice goes back to where it began. */
function takeBackValues(tx: Transaction, step: ActionStep, kept: Map<string, string>): number {
  const rows = statement<Remembered>(
    tx.db,
    'SELECT entity, record, unit, before, value FROM history WHERE id BETWEEN ? AND ? AND action = ? ORDER BY id DESC',
  ).all(step.first_history, step.last_history, step.no);
  let undone = 0;
  for (const row of rows) {
    const entity = entityNamed(row.entity);
    if (takeBack(tx, entity, row)) undone += 1;
    else kept.set(row.record, row.entity);
  }
  return undone;
}

function takeBack(tx: Transaction, entity: Entity, { record: id, unit, before, value }: Remembered): boolean {
  const record = readRecord(tx.db, entity, id) as Row | undefined;
  if (!record) return false;
  if (unit === DELETED_UNIT) {
    const wasDeleted = JSON.parse(value) as boolean;
    if (wasDeleted !== (record['deletedAt'] !== null)) return false;
    if (wasDeleted) tx.restore(entity, id);
    else tx.remove(entity, id);
    return true;
  }
  const fields = entity.units[unit] ?? [unit];
  const present = JSON.stringify(Object.fromEntries(fields.map((field) => [field, record[field]])));
  if (record['deletedAt'] !== null || present !== value) return false;
  tx.edit(entity, id, JSON.parse(before) as Row);
  return true;
}

function namesOf(base: Base, kept: Map<string, string>): Undone['kept'] {
  return [...kept].slice(0, KEPT_SHOWN).map(([id, name]) => {
    const entity = entities[name as keyof typeof entities];
    const record = readRecord(base.writer, entity, id) as Row | undefined;
    return { entity: name, id, title: record ? titleOf(entity, record) : '' };
  });
}
