/**
 * Access and refresh tokens of a device. A refresh token is used once, with one exception: when its answer was lost,
 * the device comes with it again, and that must not lock it out. So the token before the newest still works until a
 * newer one was used; one that is older than that was copied, and the device is revoked.
 */
import { revocationOf } from '../sync/revocation.ts';
import { SyncError } from '../sync/sync-error.ts';
import { type AuditKind, writeAudit } from './audit.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace, type Tx } from '../data/transaction.ts';
import { ACCESS_MS, makeToken, readToken, REFRESH_MS } from './tokens.ts';

/** A type and not an interface: it is an answer, and answers may have more keys. */
export type Tokens = {
  readonly accessToken: string;
  readonly accessExpiresAt: number;
  readonly refreshToken: string;
};

export const REVOKED_CHANNEL = 'vizitka_revoked';

interface Presented {
  device_id: string;
  step: number;
  newest: number;
  expires_at: number;
  retired_at: number | null;
  revoked_at: number | null;
}

/** The first tokens of a device, or newer ones that make the older useless once used. */
export async function issueTokens(tx: Tx, workspace: string, device: string, step: number): Promise<Tokens> {
  const now = Date.now();
  const access = makeToken('access', workspace);
  const refresh = makeToken('refresh', workspace);
  await tx.query(
    `INSERT INTO auth.device_token (workspace_id, hash, device_id, kind, step, expires_at)
     VALUES ($1, $2, $3, 'access', $4, $5), ($1, $6, $3, 'refresh', $4, $7)`,
    [workspace, access.hash, device, step, now + ACCESS_MS, refresh.hash, now + REFRESH_MS],
  );
  return { accessToken: access.token, accessExpiresAt: now + ACCESS_MS, refreshToken: refresh.token };
}

/** All earlier tokens of a device end: it signed in anew. */
export async function endTokens(tx: Tx, workspace: string, device: string): Promise<void> {
  await tx.query('DELETE FROM auth.device_token WHERE workspace_id = $1 AND device_id = $2', [
    workspace,
    device,
  ]);
}

/** Throws `unauthorised` for a token that is none, `device_revoked` where the device may not any more. */
export async function refreshTokens(database: Database, given: string): Promise<Tokens> {
  const token = readToken('refresh', given);
  if (!token) throw new SyncError('unauthorised');
  const { workspace, hash } = token;
  const outcome = await inWorkspace(database, { workspace }, async (tx) => {
    const found = await present(tx, workspace, hash);
    if (!found) return 'unauthorised';
    if (found.revoked_at !== null) throw await revocationOf(tx, workspace, found.device_id, found.revoked_at);
    if (found.retired_at !== null) {
      await revokeDevice(tx, workspace, { device: found.device_id, kind: 'tokenReused' });
      return 'device_revoked';
    }
    if (found.expires_at < Date.now()) return 'unauthorised';
    if (found.step === found.newest) {
      await retireOthers(tx, workspace, found, hash);
      return issueTokens(tx, workspace, found.device_id, found.step + 1);
    }
    return issueTokens(tx, workspace, found.device_id, found.newest);
  });
  if (typeof outcome === 'string') throw new SyncError(outcome);
  return outcome;
}

/** Locks the device first, so that two answers to one token are given one after the other. */
async function present(tx: Tx, workspace: string, hash: Buffer): Promise<Presented | undefined> {
  await tx.query(
    `SELECT 1 FROM sync.device d JOIN auth.device_token t ON t.workspace_id = d.workspace_id AND t.device_id = d.id
     WHERE t.workspace_id = $1 AND t.hash = $2 AND t.kind = 'refresh' FOR UPDATE OF d`,
    [workspace, hash],
  );
  const { rows } = await tx.query<Presented>(
    `SELECT t.device_id, t.step, t.expires_at, t.retired_at, d.revoked_at,
       (SELECT max(o.step) FROM auth.device_token o WHERE o.workspace_id = $1 AND o.device_id = t.device_id) AS newest
     FROM auth.device_token t JOIN sync.device d ON d.workspace_id = t.workspace_id AND d.id = t.device_id
     WHERE t.workspace_id = $1 AND t.hash = $2 AND t.kind = 'refresh'`,
    [workspace, hash],
  );
  return rows[0];
}

/** The newest was used: what stands before it and beside it is old now. Expired access tokens go. */
async function retireOthers(tx: Tx, workspace: string, used: Presented, hash: Buffer): Promise<void> {
  const now = Date.now();
  await tx.query(
    `UPDATE auth.device_token SET retired_at = $4
     WHERE workspace_id = $1 AND device_id = $2 AND kind = 'refresh' AND hash <> $3 AND retired_at IS NULL`,
    [workspace, used.device_id, hash, now],
  );
  await tx.query(
    `DELETE FROM auth.device_token WHERE workspace_id = $1 AND device_id = $2
       AND (kind = 'access' AND expires_at < $3 OR retired_at < $4)`,
    [workspace, used.device_id, now, now - REFRESH_MS],
  );
}

/** Its tokens stay known, so that the device is told that it was revoked. False when it was already, or is none. */
export async function revokeDevice(
  tx: Tx,
  workspace: string,
  { device, member, kind }: { device: string; member?: string; kind: AuditKind },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'UPDATE sync.device SET revoked_at = $3 WHERE workspace_id = $1 AND id = $2 AND revoked_at IS NULL',
    [workspace, device, Date.now()],
  );
  if (rowCount === 0) return false;
  await writeAudit(tx, workspace, {
    kind,
    member,
    device: kind === 'deviceRevoked' ? undefined : device,
    subject: device,
  });
  // Every process closes the device's streams after the commit.
  await tx.query('SELECT pg_notify($1, $2)', [REVOKED_CHANNEL, device]);
  return true;
}
