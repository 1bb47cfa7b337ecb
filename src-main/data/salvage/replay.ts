/**
 * Brings what was read from a damaged base into the base that takes its place, through the write door. First the
 * actions that the base does not hold, in their order and under their own ids; then whatever record still differs.
 */
import type { ActionLabel } from '#shared/contract/records.ts';
import type { Salvaged } from '#shared/contract/backups.ts';
import type { Entity, NewValues } from '#shared/entities/define.ts';
import { entityNamed } from '#shared/entities/index.ts';
import { DELETED_UNIT } from '#shared/sync/change.ts';
import { ORPCError } from '@orpc/server';
import type { Base } from '../base.ts';
import { fromRow, readRecord, type Row } from '../codec.ts';
import { saveDraft } from '../drafts.ts';
import { statement } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { undoAction } from '../undo.ts';
import { writeInBulk } from '../write.ts';
import type { Salvage, SalvagedRow } from './salvage.ts';

/** Preferences and choices that go over; the device and its clock are those of the new base. */
const SETTINGS = ['preferences', 'ready', 'backupPlace'];

/** Returns what was brought over; `progress` gets the part that is done, 0 to 1. */
export function replay(base: Base, found: Salvage, progress: (part: number) => void = () => {}): Salvaged {
  const work = new Replay(base, found);
  const actions = work.missingActions();
  actions.forEach((action, index) => {
    work.applyAction(action);
    progress((index / actions.length) * 0.7);
  });
  work.applyDifferences();
  progress(0.95);
  const drafts = work.takeDrafts();
  for (const key of SETTINGS) {
    const value = found.settings.get(key)?.['value'];
    if (typeof value === 'string') base.settings.set(key, JSON.parse(value));
  }
  const { applied, records, refused } = work;
  return {
    actions: applied,
    records: records.size,
    drafts,
    refused: refused.size,
    lostPages: found.lostPages,
    pages: found.pages,
  };
}

class Replay {
  readonly records = new Set<string>();
  readonly refused = new Set<string>();
  applied = 0;
  readonly #base: Base;
  readonly #found: Salvage;
  /** History rows by action and by record, oldest first; changes by action. */
  readonly #historyOf: Map<unknown, SalvagedRow[]>;
  readonly #historyOfRecord: Map<unknown, SalvagedRow[]>;
  readonly #changesOf: Map<unknown, SalvagedRow[]>;
  readonly #isNewer: boolean;

  constructor(base: Base, found: Salvage) {
    this.#base = base;
    this.#found = found;
    const history = [...found.history.values()].toSorted((a, b) => Number(a['id']) - Number(b['id']));
    const changes = [...found.changes.values()].toSorted((a, b) => Number(a['ord']) - Number(b['ord']));
    this.#historyOf = Map.groupBy(history, (row) => row['action']);
    this.#historyOfRecord = Map.groupBy(history, (row) => row['record']);
    this.#changesOf = Map.groupBy(changes, (row) => row['action']);
    this.#isNewer = newestStamp(found) >= newestStampOf(base);
  }

  /** In the order in which they happened. */
  missingActions(): SalvagedRow[] {
    const known = this.#base.writer.prepare('SELECT 1 FROM action WHERE id = ?');
    return [...this.#found.actions.values()]
      .filter((action) => !known.get(action['id']))
      .toSorted((a, b) => Number(a['no']) - Number(b['no']));
  }

  applyAction(action: SalvagedRow): void {
    const label = JSON.parse(String(action['label'])) as ActionLabel;
    if (label.key === 'undone' && this.#undoAgain(action)) return;
    const before = this.records.size;
    const { action: written } = this.#write(action, label, (tx) => {
      for (const change of this.#changesOf.get(action['no']) ?? []) this.#create(tx, change);
      for (const row of this.#historyOf.get(action['no']) ?? []) this.#redo(tx, row);
      for (const change of this.#changesOf.get(action['no']) ?? []) this.#setUnits(tx, change);
    });
    if (written !== null || this.records.size > before) this.applied += 1;
  }

  /** Every readable record that is absent here, or differs while the damaged base was the newer one. */
  applyDifferences(): void {
    const label: ActionLabel = { key: 'salvaged', params: {} };
    writeInBulk(this.#base, label, (tx) => {
      for (const [name, rows] of this.#found.records) {
        const entity = entityNamed(name);
        for (const [id, row] of rows)
          this.#level(tx, entity, id, fromRow(entity, row as Row) as unknown as Row);
      }
    });
  }

  /** A draft of a record that has been committed since is gone; the others are as they were typed. */
  takeDrafts(): number {
    const { writer } = this.#base;
    const committed = writer.prepare('DELETE FROM draft WHERE key = ?');
    for (const { key, record } of writer
      .prepare<[], { key: string; record: string }>('SELECT key, record FROM draft')
      .all())
      if (!this.#found.drafts.has(key) && this.records.has(record)) committed.run(key);
    let taken = 0;
    const known = writer.prepare('SELECT updated_at FROM draft WHERE key = ?').pluck();
    for (const row of this.#found.drafts.values()) {
      const updatedAt = Number(row['updated_at']);
      if (Number(known.get(row['key']) ?? -1) >= updatedAt) continue;
      const draft = { key: String(row['key']), entity: String(row['entity']), record: String(row['record']) };
      const client = row['client'] === null ? null : String(row['client']);
      const values = JSON.parse(String(row['values'])) as Record<string, unknown>;
      saveDraft({ ...this.#base, now: () => updatedAt }, { ...draft, client, values });
      taken += 1;
    }
    return taken;
  }

  /** The undo and what it undid were written at the same moment. */
  #undoAgain(undo: SalvagedRow): boolean {
    for (const action of this.#found.actions.values()) {
      if (action['undone_at'] === null || action['undone_at'] !== undo['at']) continue;
      const known = this.#base.writer.prepare('SELECT 1 FROM action WHERE id = ? AND undone_at IS NULL');
      if (!known.get(action['id'])) return false;
      undoAction(this.#at(undo), String(action['id']));
      this.applied += 1;
      return true;
    }
    return false;
  }

  #write(action: SalvagedRow, label: ActionLabel, work: (tx: Transaction) => void) {
    return writeInBulk(this.#at(action), label, work, String(action['id']));
  }

  /** The base as it was at the moment of the action. */
  #at(action: SalvagedRow): Base {
    return { ...this.#base, now: () => Number(action['at']) };
  }

  /** The record as it was created: its readable row with every later value taken back. */
  #create(tx: Transaction, change: SalvagedRow): void {
    const id = String(change['record']);
    const entity = entityNamed(String(change['entity']));
    const row = change['kind'] === 'create' ? this.#found.records.get(entity.name)?.get(id) : undefined;
    if (!row) return;
    const record = fromRow(entity, row as Row) as unknown as Row;
    const values = valuesOf(entity, record);
    for (const { unit, before } of (this.#historyOfRecord.get(id) ?? []).toReversed()) {
      if (unit !== DELETED_UNIT) Object.assign(values, JSON.parse(String(before)));
    }
    this.#attempt(id, () => tx.create(entity, id, values as NewValues<Entity>, Number(record['createdAt'])));
  }

  #redo(tx: Transaction, { entity: name, record, unit, value }: SalvagedRow): void {
    const id = String(record);
    const entity = entityNamed(String(name));
    this.#attempt(id, () => {
      if (!readRecord(tx.db, entity, id)) return;
      const next = JSON.parse(String(value)) as unknown;
      if (unit !== DELETED_UNIT) this.#edit(tx, entity, id, next as Row);
      else if (next) tx.remove(entity, id);
      else tx.restore(entity, id);
    });
  }

  /** A change whose history is lost still has its values. */
  #setUnits(tx: Transaction, { id: change, entity: name, record, units }: SalvagedRow): void {
    const id = String(record);
    if (
      typeof units !== 'string' ||
      this.#historyOfRecord.get(record)?.some((row) => row['change'] === change)
    )
      return;
    const entity = entityNamed(String(name));
    this.#attempt(id, () => {
      const values = Object.assign({}, ...Object.values(JSON.parse(units) as Record<string, Row>)) as Row;
      if (tx.read(entity, id)) this.#edit(tx, entity, id, values);
    });
  }

  #level(tx: Transaction, entity: Entity, id: string, record: Row): void {
    const present = readRecord(tx.db, entity, id) as Row | undefined;
    if (present && (!this.#isNewer || this.#found.older.has(id))) return;
    this.#attempt(id, () => {
      const values = valuesOf(entity, record);
      if (!present) tx.create(entity, id, values as NewValues<Entity>, Number(record['createdAt']));
      else if (present['deletedAt'] !== null && record['deletedAt'] === null) tx.restore(entity, id);
      if (tx.read(entity, id)) this.#edit(tx, entity, id, values);
      if (record['deletedAt'] !== null) tx.remove(entity, id, Number(record['deletedAt']));
    });
  }

  /** What is sealed or fixed was written once and cannot differ. */
  #edit(tx: Transaction, entity: Entity, id: string, values: Row): void {
    if (entity.insertOnly) return;
    const free = Object.entries(values).filter(([field]) => !entity.fields[field]?.fixed);
    tx.edit(entity, id, Object.fromEntries(free));
  }

  /** The door checks before it writes, so a record that it refuses leaves the others of its action untouched. */
  #attempt(id: string, work: () => void): void {
    const before = this.#changes();
    try {
      work();
      if (this.#changes() !== before) this.records.add(id);
    } catch (error) {
      if (!(error instanceof ORPCError) || error.code === 'NOT_SAVED') throw error;
      this.refused.add(id);
    }
  }

  #changes(): number {
    return (
      statement<{ total: number }>(this.#base.writer, 'SELECT total_changes() AS total').get()?.total ?? 0
    );
  }
}

function valuesOf(entity: Entity, record: Row): Row {
  return Object.fromEntries(Object.keys(entity.fields).map((field) => [field, record[field]]));
}

/** Time of the newest bookkeeping that could be read, UTC milliseconds. */
function newestStamp({ actions, changes, history }: Salvage): number {
  let newest = 0;
  for (const rows of [actions, changes, history])
    for (const { hlc } of rows.values())
      if (Buffer.isBuffer(hlc)) newest = Math.max(newest, hlc.readUIntBE(0, 6));
  return newest;
}

function newestStampOf(base: Base): number {
  const hlc = base.writer.prepare(
    `SELECT hlc FROM action WHERE json_extract(label, '$.key') <> 'began' ORDER BY no DESC LIMIT 1`,
  );
  const newest = hlc.pluck().get() as Buffer | undefined;
  return newest ? newest.readUIntBE(0, 6) : 0;
}
