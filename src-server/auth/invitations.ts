/** Invitations: shown once, stored as a hash, for one address, for one use, for two weeks. */
import { v7 as newId } from 'uuid';
import type { Role } from '#shared/sync/wire.ts';
import type { Tx } from '../data/transaction.ts';
import { makeToken } from './tokens.ts';

export const INVITATION_MS = 14 * 24 * 60 * 60_000;

export interface Place {
  readonly role: Role;
  readonly team: string | null;
  readonly territories: readonly string[];
}

export interface Invited extends Place {
  readonly id: string;
  /** Lower case; null: whoever has it, for the first administrator, whose address nobody knows yet. */
  readonly email: string | null;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly usedBy: string | null;
}

/** Takes the place of an earlier one for the same address. */
export async function makeInvitation(
  tx: Tx,
  workspace: string,
  { role, team, territories, email, invitedBy }: Place & { email: string | null; invitedBy: string | null },
): Promise<{ id: string; invitation: string; expiresAt: number }> {
  const { token, hash } = makeToken('invitation', workspace);
  const id = newId();
  const expiresAt = Date.now() + INVITATION_MS;
  await tx.query(
    `DELETE FROM auth.entry_ticket
     WHERE workspace_id = $1 AND email IS NOT DISTINCT FROM $2 AND used_at IS NULL`,
    [workspace, email],
  );
  await tx.query(
    `INSERT INTO auth.entry_ticket
       (workspace_id, hash, id, email, role, team, territories, invited_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspace, hash, id, email, role, team, territories, invitedBy, expiresAt],
  );
  return { id, invitation: token, expiresAt };
}

/** Locked until the end of the transaction, so that of two uses at once one is the first. */
export async function findInvitation(tx: Tx, workspace: string, hash: Buffer): Promise<Invited | undefined> {
  const { rows } = await tx.query<Invited>(
    `SELECT id, email, role, team, territories, expires_at AS "expiresAt", used_at AS "usedAt", used_by AS "usedBy"
     FROM auth.entry_ticket WHERE workspace_id = $1 AND hash = $2 FOR UPDATE`,
    [workspace, hash],
  );
  return rows[0];
}

export async function useInvitation(tx: Tx, workspace: string, id: string, member: string): Promise<void> {
  await tx.query(
    'UPDATE auth.entry_ticket SET used_at = $3, used_by = $4 WHERE workspace_id = $1 AND id = $2',
    [workspace, id, Date.now(), member],
  );
}
