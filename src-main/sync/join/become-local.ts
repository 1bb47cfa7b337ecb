/**
 * A base that belonged to one server goes to another: every record that is here becomes one that no server has. What
 * was removed stays removed, what the server wrote itself goes.
 */
import { offerBlobsAgain } from '#main/data/blobs/blob-rows.ts';
import { statement } from '#main/data/statement.ts';
import type { RemoteTransaction } from '#main/data/write.ts';
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';

const UNSENT = `EXISTS (SELECT 1 FROM change c WHERE c.id = t.id AND c.kind = 'create' AND c.n IS NULL AND c.seq IS NULL)`;
/** What this device knows of the server's state. */
const OF_THE_SERVER = ['record_meta', 'shadow', 'parked_remote', 'snapshot_progress', 'snapshot_seen'];

interface Beginning {
  no: number;
  hlc: string;
}

export function becomeLocal(tx: RemoteTransaction): void {
  const { db } = tx;
  const beginning = statement<Beginning>(
    db,
    'SELECT no, hex(hlc) AS hlc FROM action ORDER BY no LIMIT 1',
  ).get();
  if (!beginning) throw new Error('a base without its first step');
  // Conflicts stay with the server that found them; parents first, as a server wants them.
  const { member, conflict, ...others } = entities;
  db.exec(`DELETE FROM change WHERE entity = '${conflict.name}'; DELETE FROM "${conflict.table}"`);
  for (const entity of [member, ...Object.values(others)] as Entity[]) createAnew(tx, entity, beginning);
  for (const table of OF_THE_SERVER) db.exec(`DELETE FROM ${table}`);
  offerBlobsAgain(db);
  tx.entities.add(conflict.name);
}

function createAnew(tx: RemoteTransaction, entity: Entity, { no, hlc }: Beginning): void {
  const { db } = tx;
  const { name, table, root } = entity;
  const removed = `SELECT t.id FROM "${table}" t WHERE t.deleted_at IS NOT NULL`;
  db.exec(
    `DELETE FROM change WHERE record IN (${removed}); DELETE FROM "${table}" WHERE deleted_at IS NOT NULL`,
  );
  const rootSql = root === 'workspace' ? 'NULL' : root === 'self' ? 't.id' : `t."${root}"`;
  db.exec(`DROP TABLE IF EXISTS temp.anew; CREATE TEMP TABLE anew AS SELECT t.id, ${rootSql} AS root, t.created_at FROM "${table}" t
    WHERE NOT ${UNSENT}; DELETE FROM change WHERE record IN (SELECT id FROM temp.anew)`);
  // Stamped with the time at which each was entered: what people of the other server wrote since is the later one.
  db.prepare(
    `INSERT INTO change (id, entity, record, root, kind, hlc, txn, action)
     SELECT id, ?, id, root, 'create', unhex(printf('%012x0000', created_at) || ?), id, ? FROM temp.anew ORDER BY id`,
  ).run(name, hlc.slice(-16), no);
  db.exec('DROP TABLE temp.anew');
  tx.entities.add(name);
}
