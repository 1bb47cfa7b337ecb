/**
 * Signing out: the base stays on this computer as it is, with what it knows of the server and what waits to be sent. A
 * sign-in at the same workspace goes on from there; at another one the records join as this base's own.
 */
import type { Base } from '../data/base.ts';
import { readSync, writeSync } from '../data/sync-store.ts';
import { writeRemote } from '../data/write.ts';

/** Keys of `sync_state` that outlive the connection. */
const KEPT = `('left', 'staysOffline')`;

export function leaveServer(base: Base): void {
  writeRemote(base, ({ db }) => {
    const connection = readSync(db, 'connection');
    if (connection && !readSync(db, 'joining'))
      writeSync(db, 'left', {
        workspace: connection.workspace.id,
        member: connection.member.id,
        device: connection.device,
        lastN: readSync(db, 'lastN'),
        epoch: readSync(db, 'epoch'),
        access: readSync(db, 'access'),
        cursor: readSync(db, 'cursor'),
        durableSeq: readSync(db, 'durableSeq'),
      });
    db.exec(`DELETE FROM sync_state WHERE key NOT IN ${KEPT}`);
  });
}
