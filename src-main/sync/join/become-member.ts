/** The local member of a base, and the one that a server knows. Who listens to settings is told by the callers. */
import type { Connection } from '#main/data/staging-connection.ts';
import { statement } from '#main/data/statement.ts';
import { readSync } from '#main/data/sync-store.ts';
import type { RemoteTransaction } from '#main/data/write.ts';
import { entities } from '#shared/entities/index.ts';
import type { Theirs } from './looks.ts';
import { renameRecords, repoint } from './repoint.ts';

/** The local member goes on under the id that the server knows, with all that he wrote. */
export function becomeMember(tx: RemoteTransaction, id: string): void {
  const { db } = tx;
  const own = memberOf(db);
  if (own === id) return;
  const ids = new Map([[own, id]]);
  repoint(db, ids);
  renameRecords(db, entities.member, ids);
  statement(db, 'UPDATE change SET id = ? WHERE id = ?').run(id, own);
  changeMember(tx, id);
}

/** From now on somebody else writes here; who wrote until now stays who he is, a colleague. */
export function changeMember(tx: RemoteTransaction, id: string): void {
  statement(tx.db, `UPDATE setting SET value = ? WHERE key = 'member'`).run(JSON.stringify(id));
  tx.entities.add('member');
}

/** Whether no server ever knew the local member: he has no other existence than the one who signs in. */
export function isKnownHereOnly(db: Connection, theirs: Theirs): boolean {
  const own = memberOf(db);
  const isUnsent = `SELECT 1 FROM change WHERE id = ? AND kind = 'create' AND n IS NULL AND seq IS NULL`;
  return (
    readSync(db, 'left') === null &&
    theirs.get('member', own) === null &&
    statement(db, isUnsent).get(own) !== undefined
  );
}

function memberOf(db: Connection): string {
  const row = statement<{ value: string }>(db, `SELECT value FROM setting WHERE key = 'member'`).get();
  return String(JSON.parse(row?.value ?? 'null'));
}
