/** The caller of an access token. One look-up by key on each request, so that a revocation counts at once. */
import type { Role } from '#shared/sync/wire.ts';
import type { Caller } from '../http/caller.ts';
import { revocationOf } from '../sync/revocation.ts';
import { SyncError } from '../sync/sync-error.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace } from '../data/transaction.ts';
import { readToken } from './tokens.ts';

/** `last_seen_at` is written at most this often per device. */
const SEEN_MS = 60_000;

interface Row {
  device: string;
  member: string;
  role: Role;
  expires: number;
  seen: number | null;
  revoked: number | null;
  removed: number | null;
}

export function makeAuthenticate(database: Database): (accessToken: string) => Promise<Caller> {
  return async (accessToken) => {
    const token = readToken('access', accessToken);
    if (!token) throw new SyncError('unauthorised');
    const { workspace, hash } = token;
    const row = await inWorkspace(database, { workspace }, async (tx) => {
      const { rows } = await tx.query<Row>(
        `SELECT d.id AS device, m.id AS member, m.role, t.expires_at AS expires, d.last_seen_at AS seen,
           d.revoked_at AS revoked, m.removed_at AS removed
         FROM auth.device_token t
         JOIN sync.device d ON d.workspace_id = t.workspace_id AND d.id = t.device_id
         JOIN sync.member m ON m.workspace_id = d.workspace_id AND m.id = d.member_id
         WHERE t.workspace_id = $1 AND t.hash = $2 AND t.kind = 'access'`,
        [workspace, hash],
      );
      const found = rows[0];
      if (found && Date.now() - (found.seen ?? 0) > SEEN_MS) {
        await tx.query('UPDATE sync.device SET last_seen_at = $3 WHERE workspace_id = $1 AND id = $2', [
          workspace,
          found.device,
          Date.now(),
        ]);
      }
      if (found && (found.revoked !== null || found.removed !== null))
        throw await revocationOf(tx, workspace, found.device, found.revoked);
      return found;
    });
    if (!row) throw new SyncError('unauthorised');
    if (row.expires < Date.now()) throw new SyncError('unauthorised', { reason: 'expired' });
    return { workspace, member: row.member, device: row.device, role: row.role };
  };
}
