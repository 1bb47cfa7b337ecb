/**
 * Records of mine become the server's: they take its ids, with everything that names them; their unsent `create` goes,
 * and what they say otherwise is left as an edit that saw nothing, so that the server's merge puts both before people.
 */
import type { Connection } from '#main/data/staging-connection.ts';
import { appendChange, type Units } from '#main/data/change-log.ts';
import type { Row } from '#main/data/codec.ts';
import { statement } from '#main/data/statement.ts';
import type { RemoteTransaction } from '#main/data/write.ts';
import { UNSET } from '#shared/sync/change.ts';
import type { Entity } from '#shared/entities/define.ts';
import { entityNamed } from '#shared/entities/index.ts';
import type { Theirs } from './looks.ts';
import { differenceOf, idsOf, type Pairing } from './plan.ts';
import { renameRecords, repoint } from './repoint.ts';

/** Inside the door's transaction; the server's records are to be applied after it, in the same one. */
export function adoptPairs(tx: RemoteTransaction, theirs: Theirs, pairing: Pairing): void {
  const { db } = tx;
  const ids = idsOf(pairing);
  const told: Told[] = [];
  for (const [name, pairs] of pairing.pairs) {
    const entity = entityNamed(name);
    for (const pair of pairs) told.push(...toldOf(db, theirs, entity, pair, ids));
    const forget = db.prepare('DELETE FROM change WHERE record = ? OR id = ?');
    for (const mine of pairs.keys()) forget.run(mine, mine);
  }
  repoint(db, ids);
  for (const [name, pairs] of pairing.pairs) {
    renameRecords(db, entityNamed(name), pairs);
    if (pairs.size > 0) tx.entities.add(name);
  }
  for (const { entity, record, root, units, base, hlc, action } of told) {
    const stamp = { hlc, action, txn: tx.newId() };
    appendChange(db, { entity: entity.name, record, root }, 'set', tx.newId(), stamp, units, base);
  }
}

interface Told {
  entity: Entity;
  record: string;
  root: string | null;
  units: Units;
  base: Record<string, string>;
  /** Of the action that wrote the values. */
  hlc: Buffer;
  action: number;
}

/** One edit for each action that wrote some of them: the later value is to win, whoever joined later. */
function toldOf(
  db: Connection,
  theirs: Theirs,
  entity: Entity,
  pair: readonly [string, string],
  ids: ReadonlyMap<string, string>,
): Told[] {
  const [mine, record] = pair;
  const { units, values } = differenceOf(db, theirs, entity, pair, ids);
  const known = theirs.get(entity.name, record);
  if (!known || units.length === 0) return [];
  const writtenBy = new Map(units.map((unit) => [unit, writingOf(db, mine, unit)]));
  const byAction = Map.groupBy(units, (unit) => writtenBy.get(unit)?.action ?? 0);
  return [...byAction].map(([action, together]) => ({
    entity,
    record,
    root: known.root,
    action,
    hlc: writtenBy.get(together[0] ?? '')?.hlc ?? Buffer.alloc(0),
    units: Object.fromEntries(together.map((unit) => [unit, valueOf(entity, unit, values)])),
    // Where the server has no value there is nothing to be in conflict with.
    base: Object.fromEntries(
      together.filter((unit) => !known.units[unit]).map((unit): [string, string] => [unit, UNSET]),
    ),
  }));
}

function valueOf(entity: Entity, unit: string, values: Row): Row {
  return Object.fromEntries((entity.units[unit] ?? []).map((field) => [field, values[field] ?? null]));
}

/** How the unit was last written here. */
function writingOf(db: Connection, record: string, unit: string): Pick<Told, 'hlc' | 'action'> {
  const written = statement<Pick<Told, 'hlc' | 'action'>>(
    db,
    `SELECT hlc, action FROM history WHERE record = ? AND unit = ? AND action <> 0
     UNION ALL SELECT hlc, action FROM change WHERE id = ? ORDER BY hlc DESC LIMIT 1`,
  ).get(record, unit, record);
  if (!written) throw new Error('a record that was never written');
  return written;
}
