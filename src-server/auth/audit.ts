/** What an administrator may read later: who signed in, and what was done to members, devices and the workspace. */
import { v7 as newId } from 'uuid';
import type { Tx } from '../data/transaction.ts';

export type AuditKind =
  | 'signIn'
  | 'signInFailed'
  | 'signOut'
  | 'tokenReused'
  | 'deviceAdded'
  | 'deviceRevoked'
  | 'invited'
  | 'memberJoined'
  | 'memberChanged'
  | 'memberRemoved'
  | 'memberReturned'
  | 'passwordSet'
  | 'workspaceChanged'
  | 'export'
  | 'backup'
  | 'restore';

export interface AuditEntry {
  readonly kind: AuditKind;
  /** Who did it. */
  readonly member?: string | undefined;
  readonly device?: string | undefined;
  /** What it was done to. */
  readonly subject?: string | undefined;
  /** Never what somebody typed. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

export async function writeAudit(tx: Tx, workspace: string, entry: AuditEntry): Promise<void> {
  const { kind, member = null, device = null, subject = null, details = null } = entry;
  await tx.query(
    `INSERT INTO sync.audit_log (workspace_id, id, at, kind, member, device, subject, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspace, newId(), Date.now(), kind, member, device, subject, details],
  );
}
