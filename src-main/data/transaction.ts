/** What a command can do inside the door's transaction: create, edit, remove, restore and read records. */
import type { Database } from 'better-sqlite3';
import type { ActionLabel } from '#shared/contract/records.ts';
import type { EditValues, Entity, NewValues, RecordOf } from '#shared/entities/define.ts';
import { unitOf } from '#shared/entities/define.ts';
import type { ChangeKind } from '#shared/sync/change.ts';
import { DELETED_UNIT, UNSET } from '#shared/sync/change.ts';
import { invalid, notFound, sealed } from './app-error.ts';
import type { Base } from './base.ts';
import {
  appendChange,
  basesOf,
  foldable,
  foldInto,
  subjectOf,
  type Stamp,
  type Units,
} from './change-log.ts';
import { columnOf, derivedColumns, readRecord, type Row, toColumn } from './codec.ts';
import { remember } from './history.ts';
import { noteShownElsewhere } from './merged.ts';
import { indexRecord } from './search-index.ts';
import { keepConfirmed } from './shadow.ts';
import { statement } from './statement.ts';
import { readSync } from './sync-store.ts';
import { validCreate, validEdit } from './validate.ts';

export class Transaction {
  readonly db: Database;
  /** Id of the action, by which it is undone. */
  readonly action: string;
  readonly now: number;
  readonly member: string;
  /** Entities and records written so far. */
  readonly entities = new Set<string>();
  readonly ids = new Set<string>();
  changes = 0;
  bytes = 0;
  readonly #base: Base;
  readonly #isOneByOne: boolean;
  #stamp: Stamp;
  #before = { change: 0, history: 0 };
  #bulk = false;

  /** Whether the server accepts all of it or nothing, or record by record. */
  constructor(base: Base, action: string, accepted: 'together' | 'one by one') {
    this.#base = base;
    this.action = action;
    this.#isOneByOne = accepted === 'one by one';
    this.db = base.writer;
    this.now = base.now();
    this.member = base.member();
    this.#stamp = { hlc: Buffer.alloc(0), txn: action, action: 0 };
  }

  get wrote(): boolean {
    return this.entities.size > 0;
  }

  /** Stamp of the next change. */
  get stamp(): Stamp {
    return this.#isOneByOne ? { ...this.#stamp, txn: this.newId() } : this.#stamp;
  }

  newId(): string {
    return this.#base.newId();
  }

  begin(label: ActionLabel): void {
    const { clock } = this.#base;
    const hlc = clock.bytes(clock.take(this.now, 1));
    const { lastInsertRowid } = statement(
      this.db,
      'INSERT INTO action (id, label, actor, at, hlc) VALUES (?, ?, ?, ?, ?)',
    ).run(this.action, JSON.stringify(label), this.member, this.now, hlc);
    this.#stamp = { hlc, txn: this.action, action: Number(lastInsertRowid) };
    this.#before = this.#last();
  }

  /** An action that wrote nothing leaves no step; else the step learns which changes are its own. */
  finish(): void {
    const { action } = this.#stamp;
    if (!this.wrote) statement(this.db, 'DELETE FROM action WHERE no = ?').run(action);
    else {
      const last = this.#last();
      statement(
        this.db,
        `UPDATE action SET first_change = ?, last_change = ?, first_history = ?, last_history = ? WHERE no = ?`,
      ).run(this.#before.change + 1, last.change, this.#before.history + 1, last.history, action);
    }
  }

  read<E extends Entity>(entity: E, id: string): RecordOf<E> | undefined {
    const record = readRecord(this.db, entity, id);
    return record?.deletedAt === null ? record : undefined;
  }

  /**
   * Throws INVALID. Repeating it with an id that exists does nothing, so a retry is harmless. `enteredAt`
   * (UTC milliseconds) is now but for the invented past of the demo base.
   */
  create<E extends Entity>(entity: E, id: string, values: NewValues<E>, enteredAt = this.now): void {
    const valid = validCreate(entity, values as Row);
    if (readRecord(this.db, entity, id)) return;
    const row: Row = { id, created_at: enteredAt, created_by: this.member, deleted_at: null };
    for (const field of Object.keys(entity.fields))
      row[columnOf(field)] = toColumn(entity, field, valid[field]);
    Object.assign(row, derivedColumns(entity, valid));
    const columns = Object.keys(row);
    statement(
      this.db,
      `INSERT INTO "${entity.table}" (${columns.map((c) => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ).run(...Object.values(row));
    indexRecord(this.db, entity, id, valid);
    appendChange(this.db, subjectOf(entity, id, valid), 'create', id, this.stamp, null, null);
    this.#count(entity, id, JSON.stringify(valid).length);
  }

  /** Writes the units whose values differ; throws NOT_FOUND, SEALED, INVALID. */
  edit<E extends Entity>(entity: E, id: string, values: EditValues<E>): void {
    const record = this.read(entity, id) as Row | undefined;
    if (!record) throw notFound(entity.name, id);
    const patch = validEdit(entity, values as Row);
    const changed = Object.keys(patch).filter((field) => !isSame(record[field], patch[field]));
    if (changed.length === 0) return;
    if (entity.insertOnly) throw sealed(entity.name, id);
    const fixed = changed.filter((field) => entity.fields[field]?.fixed);
    if (fixed.length > 0) throw invalid(fixed.map((field) => ({ field, problem: 'invalid' })));
    const next: Row = { ...record, ...patch };
    const units: Units = {};
    const before: Units = {};
    for (const unit of new Set(changed.map((field) => unitOf(entity, field)))) {
      const fields = entity.units[unit] ?? [unit];
      units[unit] = Object.fromEntries(fields.map((field) => [field, next[field]]));
      before[unit] = Object.fromEntries(fields.map((field) => [field, record[field]]));
    }
    this.#update(entity, id, changed, next);
    this.#record(entity, id, record, units, before);
    this.#count(entity, id, JSON.stringify(units).length);
  }

  /** Deletes softly; nothing happens when the record is absent or deleted already. `at` is now but for a rescue. */
  remove(entity: Entity, id: string, at = this.now): void {
    const record = this.read(entity, id) as Row | undefined;
    if (record) this.#setDeleted(entity, id, record, at, 'delete');
  }

  /** Takes a deletion back. */
  restore(entity: Entity, id: string): void {
    const record = readRecord(this.db, entity, id) as Row | undefined;
    if (record && record['deletedAt'] !== null) this.#setDeleted(entity, id, record, null, 'restore');
  }

  /** Notes a record that was written beside the methods above. */
  noted(entity: Entity, id: string): void {
    this.#count(entity, id, 0);
  }

  /** Notes records that bulk work wrote itself. */
  published(entity: string, count: number): void {
    this.entities.add(entity);
    this.changes += count;
    this.#bulk = true;
  }

  /** Ids of what was written, or null when bulk work did not list them. */
  get writtenIds(): string[] | null {
    return this.#bulk ? null : [...this.ids];
  }

  #update(entity: Entity, id: string, changed: string[], next: Row): void {
    const row: Row = { ...derivedColumns(entity, next) };
    for (const field of changed) row[columnOf(field)] = toColumn(entity, field, next[field]);
    const set = Object.keys(row).map((column) => `"${column}" = ?`);
    statement(this.db, `UPDATE "${entity.table}" SET ${set.join(', ')} WHERE id = ?`).run(
      ...Object.values(row),
      id,
    );
    if (changed.some((field) => entity.fields[field]?.search)) indexRecord(this.db, entity, id, next);
    if (changed.includes('mergedInto')) noteShownElsewhere(this, entity, true);
  }

  #record(entity: Entity, id: string, record: Row, units: Units, before: Units): void {
    const names = Object.keys(units);
    const base = basesOf(this.db, entity.name, id, names);
    for (const unit of names) if (base[unit] === id && isEmpty(before[unit])) base[unit] = UNSET;
    keepConfirmed(this.db, entity.name, record, before);
    const into = foldable(this.db, id);
    const change = into?.id ?? this.newId();
    if (!into) appendChange(this.db, subjectOf(entity, id, record), 'set', change, this.stamp, units, base);
    else if (into.kind === 'set') foldInto(this.db, into, units, base, this.#stamp.hlc);
    for (const unit of names) this.#remember(entity, id, unit, change, before[unit], units[unit]);
  }

  #setDeleted(entity: Entity, id: string, record: Row, at: number | null, kind: ChangeKind): void {
    const change = this.newId();
    const base = kind === 'restore' ? basesOf(this.db, entity.name, id, []) : null;
    // Everything up to the cursor was seen; of a base that knows no server there is nothing to be seen.
    const seen = kind === 'delete' ? readSync(this.db, 'cursor') : null;
    keepConfirmed(this.db, entity.name, record, { [DELETED_UNIT]: record['deletedAt'] });
    statement(this.db, `UPDATE "${entity.table}" SET deleted_at = ? WHERE id = ?`).run(at, id);
    indexRecord(this.db, entity, id, at === null ? record : null);
    appendChange(this.db, subjectOf(entity, id, record), kind, change, this.stamp, null, base, seen);
    this.#remember(entity, id, DELETED_UNIT, change, record['deletedAt'] !== null, at !== null);
    noteShownElsewhere(this, entity);
    this.#count(entity, id, 0);
  }

  #remember(entity: Entity, id: string, unit: string, change: string, before: unknown, value: unknown): void {
    const { hlc, action } = this.#stamp;
    const { name } = entity;
    const { db, member: actor } = this;
    remember(db, { entity: name, record: id, unit, change, before, value, hlc, actor, action });
  }

  #count(entity: Entity, id: string, bytes: number): void {
    this.entities.add(entity.name);
    this.ids.add(id);
    this.changes += 1;
    this.bytes += bytes;
  }

  /** Numbers of the last change and the last history row. */
  #last(): { change: number; history: number } {
    return (
      statement<{ change: number; history: number }>(
        this.db,
        `SELECT (SELECT coalesce(max(ord), 0) FROM change) AS change, (SELECT coalesce(max(id), 0) FROM history) AS history`,
      ).get() ?? { change: 0, history: 0 }
    );
  }
}

function isEmpty(values: Record<string, unknown> | undefined): boolean {
  return Object.values(values ?? {}).every((value) => value === null);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
