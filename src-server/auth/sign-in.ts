/** The way in: with an invitation one becomes a member, without it a member brings another device. */
import type { MessageInput, SignedIn } from '#shared/sync/messages.ts';
import type { WireMember } from '#shared/sync/wire.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace, type Tx } from '../data/transaction.ts';
import { SyncError } from '../sync/sync-error.ts';
import { addMember, readMember } from '../sync/workspaces.ts';
import type { Accounts } from './accounts.ts';
import type { Attempts } from './attempts.ts';
import { writeAudit } from './audit.ts';
import { admitDevice } from './devices.ts';
import { findInvitation, type Invited, useInvitation } from './invitations.ts';
import { placeMember } from './members.ts';
import { readEmail } from './email.ts';
import { readToken } from './tokens.ts';

export interface SignInParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly attempts: Attempts;
}

type Asked = MessageInput<'signIn'>;
type Answer = Omit<SignedIn, 'product'>;

/** Throws `unauthorised` (`reason`: credentials, invitation), `not_allowed` (removed, memberTaken), `rate_limited`. */
export async function signIn(parts: SignInParts, asked: Asked, address: string): Promise<Answer> {
  const email = readEmail(asked.email);
  const succeeded = await parts.attempts.begin(address, email);
  try {
    const answer = asked.invitation
      ? await enterByInvitation(parts, { ...asked, email }, asked.invitation)
      : await enterByPassword(parts, { ...asked, email });
    await succeeded();
    return answer;
  } catch (error) {
    if (error instanceof SyncError) await noteFailure(parts.database, email, address, error);
    throw error;
  }
}

async function enterByPassword(parts: SignInParts, asked: Asked): Promise<Answer> {
  const user = await parts.accounts.check(asked.email, asked.password);
  if (user === undefined) throw new SyncError('unauthorised', { reason: 'credentials' });
  const places = await placesOf(parts.database, user);
  for (const { workspace, member } of places) {
    const answer = await inWorkspace(parts.database, { workspace, member }, async (tx) => {
      const found = await readMember(tx, workspace, member);
      return found && found.removedAt === null ? enter(tx, workspace, found, asked) : undefined;
    });
    if (answer) return answer;
  }
  throw new SyncError('not_allowed', { reason: 'removed' });
}

async function enterByInvitation(parts: SignInParts, asked: Asked, invitation: string): Promise<Answer> {
  const { database, accounts } = parts;
  const token = readToken('invitation', invitation);
  if (!token) throw new SyncError('unauthorised', { reason: 'invitation' });
  const { workspace, hash } = token;
  const read = (tx: Tx) => findInvitation(tx, workspace, hash);
  const invited = await inWorkspace(database, { workspace }, read);
  // Its answer was lost, or it was pasted twice: whoever used it comes in by his password.
  if (invited?.usedBy) return enterByPassword(parts, asked);
  refuseInvitation(invited, asked.email);
  const user = await givePassword(parts, workspace, asked);
  return inWorkspace(database, { workspace }, async (tx) => {
    const now = await read(tx);
    if (now?.usedBy) throw new SyncError('unavailable', { retryAfter: 1000 });
    refuseInvitation(now, asked.email);
    const member = await join(tx, workspace, user, now, asked);
    await useInvitation(tx, workspace, now.id, member.id);
    return enter(tx, workspace, member, asked);
  });

  /** An address of another firm on this server keeps its password: an invitation here must not change that. */
  async function givePassword({ accounts: all }: SignInParts, own: string, { email, password }: Asked) {
    const known = await all.idOf(email);
    const elsewhere = known && (await placesOf(database, known)).some((place) => place.workspace !== own);
    if (!elsewhere) return accounts.setPassword(email, asked.name ?? email, password);
    const checked = await all.check(email, password);
    if (checked === undefined) throw new SyncError('unauthorised', { reason: 'credentials' });
    return checked;
  }
}

function refuseInvitation(invited: Invited | undefined, email: string): asserts invited is Invited {
  const fits =
    invited && (invited.email === null || invited.email === email) && invited.expiresAt > Date.now();
  if (!fits) throw new SyncError('unauthorised', { reason: 'invitation' });
}

/** A known address keeps its member, also one that had been removed; a new one takes the id of his device's member. */
async function join(
  tx: Tx,
  workspace: string,
  user: string,
  invited: Invited,
  asked: Asked,
): Promise<WireMember> {
  const { role, team, territories } = invited;
  const { rows } = await tx.query<{ id: string }>(
    'SELECT id FROM sync.member WHERE workspace_id = $1 AND email = $2',
    [workspace, asked.email],
  );
  const known = rows[0]?.id;
  if (known !== undefined) {
    await writeAudit(tx, workspace, { kind: 'passwordSet', subject: known });
    const place = { member: known, role, team, territories, removed: false };
    return (await placeMember(tx, workspace, place, {})).after;
  }
  if (await isTaken(tx, workspace, asked.member))
    throw new SyncError('not_allowed', { reason: 'memberTaken' });
  const { email, member: id, name = email } = asked;
  const member = await addMember(tx, workspace, { id, name, email, role, team, territories });
  await tx.query(
    `INSERT INTO auth.member (id, "organizationId", "userId", role, "createdAt") VALUES ($1, $2, $3, $4, now())`,
    [id, workspace, user, role],
  );
  await writeAudit(tx, workspace, {
    kind: 'memberJoined',
    member: id,
    subject: invited.id,
    details: { role },
  });
  return member;
}

/** By a member of this workspace, or by one of another: better-auth's keys are those of the whole server. */
async function isTaken(tx: Tx, workspace: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM sync.member WHERE workspace_id = $1 AND id = $2
     UNION ALL SELECT 1 FROM auth.member WHERE id = $2`,
    [workspace, id],
  );
  return rowCount !== 0;
}

async function enter(tx: Tx, workspace: string, member: WireMember, asked: Asked): Promise<Answer> {
  const admitted = await admitDevice(tx, workspace, member.id, asked.device);
  await writeAudit(tx, workspace, { kind: 'signIn', member: member.id, device: admitted.device });
  const { rows } = await tx.query<{ name: string }>(
    'SELECT name FROM sync.workspace WHERE workspace_id = $1',
    [workspace],
  );
  return {
    ...admitted,
    serverTime: Date.now(),
    workspace: { id: workspace, name: rows[0]?.name ?? '' },
    member,
  };
}

/** Oldest first. */
async function placesOf(database: Database, user: string): Promise<{ workspace: string; member: string }[]> {
  const { rows } = await database.pool.query<{ workspace: string; member: string }>(
    `SELECT "organizationId" AS workspace, id AS member FROM auth.member WHERE "userId" = $1 ORDER BY "createdAt", id`,
    [user],
  );
  return rows;
}

/** In the audit log of the workspace whose member that address is; one that nobody has is the only firm's matter. */
async function noteFailure(database: Database, email: string, address: string, { code, details }: SyncError) {
  const { rows } = await database.pool.query<{ workspace: string; member: string | null }>(
    `SELECT m."organizationId" AS workspace, m.id AS member
     FROM auth.member m JOIN auth."user" u ON u.id = m."userId" WHERE u.email = $1`,
    [email],
  );
  if (rows.length === 0) {
    const only = await database.pool.query<{ workspace: string; member: null }>(
      'SELECT id AS workspace, NULL AS member FROM auth.organization LIMIT 2',
    );
    if (only.rows.length === 1) rows.push(...only.rows);
  }
  const reason = details.reason ?? code;
  for (const { workspace, member } of rows) {
    await inWorkspace(database, { workspace }, (tx) =>
      writeAudit(tx, workspace, {
        kind: 'signInFailed',
        subject: member ?? undefined,
        details: { reason, address },
      }),
    );
  }
}
