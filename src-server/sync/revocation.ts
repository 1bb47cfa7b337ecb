/** What a device is told that may not any more. */
import type { Tx } from '../data/transaction.ts';
import { SyncError } from './sync-error.ts';

/** The entry is written right after the moment that stands at the device; milliseconds. */
const ENTRY_WITHIN_MS = 60_000;

/**
 * `device_revoked`, with the reason `ended` where somebody else decided it: the device then removes the firm's data. Who
 * signed out himself, or whose token was copied, keeps them. Where nothing is known of it, a restore has kept it.
 */
export async function revocationOf(
  tx: Tx,
  workspace: string,
  device: string,
  revokedAt: number | null,
): Promise<SyncError> {
  const ended = new SyncError('device_revoked', { reason: 'ended' });
  if (revokedAt === null) return ended;
  const { rowCount } = await tx.query(
    `SELECT 1 FROM sync.audit_log WHERE workspace_id = $1 AND at BETWEEN $3 AND $3 + ${ENTRY_WITHIN_MS}
       AND subject = $2 AND kind IN ('signOut', 'tokenReused')`,
    [workspace, device, revokedAt],
  );
  return rowCount ? new SyncError('device_revoked') : ended;
}
