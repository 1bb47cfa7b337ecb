/**
 * A base that belonged to one server goes to another, or to another member's view of the same one: every record that
 * is here becomes one that no server has. What was removed stays removed, what the server wrote itself goes.
 */
import type { Connection } from '#main/data/staging-connection.ts';
import type { Base } from '#main/data/base.ts';
import type { Transaction } from '#main/data/transaction.ts';
import { writeInBulk } from '#main/data/write.ts';
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';
import { UNSENT } from './looks.ts';

/** The server's own: conflicts stay with the server that found them. */
const OF_THE_SERVER = entities.conflict.name;

/** All or nothing. */
export function becomeLocal(base: Base): void {
  writeInBulk(base, { key: 'began', params: {} }, (tx) => {
    const { db } = tx;
    // Parents first, as a server wants them.
    const { member, ...others } = entities;
    for (const entity of [member, ...Object.values(others)] as Entity[]) {
      if (entity.name === OF_THE_SERVER) db.exec(`DELETE FROM "${entity.table}"`);
      else createAnew(tx, entity);
    }
    for (const table of ['record_meta', 'shadow', 'parked_remote', 'snapshot_progress', 'sync_state'])
      db.exec(`DELETE FROM ${table}`);
  });
}

function createAnew(tx: Transaction, entity: Entity): void {
  const { db, stamp } = tx;
  const { name, table, root } = entity;
  takeOutRemoved(db, entity);
  const rootSql = root === 'workspace' ? 'NULL' : root === 'self' ? 't.id' : `t."${root}"`;
  db.exec(`DROP TABLE IF EXISTS temp.anew; CREATE TEMP TABLE anew AS SELECT t.id, ${rootSql} AS root FROM "${table}" t
    WHERE NOT ${UNSENT}`);
  db.exec('DELETE FROM change WHERE record IN (SELECT id FROM temp.anew)');
  const { changes } = db
    .prepare(
      `INSERT INTO change (id, entity, record, root, kind, hlc, txn, action)
       SELECT id, ?, id, root, 'create', ?, id, ? FROM temp.anew ORDER BY id`,
    )
    .run(name, stamp.hlc, stamp.action);
  db.exec('DROP TABLE temp.anew');
  if (changes > 0) tx.published(name, changes);
}

function takeOutRemoved(db: Connection, { table }: Entity): void {
  const removed = `SELECT t.id FROM "${table}" t WHERE t.deleted_at IS NOT NULL`;
  db.exec(`DELETE FROM change WHERE record IN (${removed})`);
  db.exec(`DELETE FROM "${table}" WHERE deleted_at IS NOT NULL`);
}
