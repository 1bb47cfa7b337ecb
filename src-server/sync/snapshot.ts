/**
 * All that a member sees, slice by slice and page by page in the order of (entity, id). No transaction stays open
 * between pages: what changes meanwhile is pulled afterwards from the `head` of the first page.
 */
import type { MessageInput } from '#shared/sync/messages.ts';
import { PAGE_ITEMS } from '#shared/sync/wire.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace, type Tx } from '../data/transaction.ts';
import type { Answer } from './answer.ts';
import type { Caller } from './caller.ts';
import { readPage, seenBy } from './page.ts';
import { openPage } from './viewer.ts';

export type SnapshotAnswer = Answer<'snapshot'>;
export type BucketsAnswer = Answer<'buckets'>;

const RECENT_MS = 90 * 86_400_000;
type Slice = MessageInput<'snapshot'>['slice'];
const PEOPLE = `r.entity IN ('client', 'contact', 'position')`;

/**
 * Conditions on `r`; `about` names their parameter. The boundary of `recent` moves on between pages: then `rest` repeats
 * some, and none is missed.
 */
type Where = (about: string) => string;
const SLICES: Record<Slice, Where> = {
  members: () => 'r.root_id IS NULL',
  mine: (about) => mine(() => 'true', about),
  people: (about) => `${PEOPLE} AND NOT ${mine(isOld, about)}`,
  recent: (about) => `${rest(about)} AND r.created_at > (${about}::jsonb ->> 'recent')::bigint`,
  rest: (about) => `${rest(about)} AND r.created_at <= (${about}::jsonb ->> 'recent')::bigint`,
};

function rest(about: string): string {
  return `r.root_id IS NOT NULL AND NOT ${PEOPLE} AND NOT ${under('r.root_id', isOld, about)}`;
}

/** Throws SyncError `epoch_changed`, `access_changed`, `device_revoked`. */
export async function snapshot(
  db: Database,
  caller: Caller,
  input: MessageInput<'snapshot'>,
): Promise<SnapshotAnswer> {
  return inWorkspace(
    db,
    caller,
    async (tx) => {
      const { keys, page } = await openPage(tx, caller, input);
      const { slice, after } = input;
      const scope = {
        workspace: caller.workspace,
        keys,
        where: SLICES[slice],
        about: aboutSlice(caller, input),
      };
      const total = await countSlice(tx, input.access, slice, scope);
      const records = await readAfter(tx, scope, after, input.limit ?? PAGE_ITEMS);
      return { ...page, ...records, total };
    },
    'snapshot',
  );
}

/** The records of one bucket of a digest (digest.ts). */
export async function buckets(
  db: Database,
  caller: Caller,
  input: MessageInput<'buckets'>,
): Promise<BucketsAnswer> {
  return inWorkspace(
    db,
    caller,
    async (tx) => {
      const { keys, page } = await openPage(tx, caller, input);
      const about = input.bucket.toString(16).padStart(2, '0');
      const scope = {
        workspace: caller.workspace,
        keys,
        where: (hex: string) => `right(r.id::text, 2) = ${hex}`,
        about: [about],
      };
      return { ...page, ...(await readAfter(tx, scope, input.after, PAGE_ITEMS)) };
    },
    'snapshot',
  );
}

interface Scope {
  workspace: string;
  keys: readonly string[];
  where: Where;
  /** The parameter of `where`, when it has one. */
  about: readonly unknown[];
}

type Place = { entity: string; id: string } | null;

async function readAfter(tx: Tx, { where, about, ...scope }: Scope, after: Place, limit: number) {
  const { rows, isCut } = await readPage(tx, {
    ...scope,
    where: `${where('$6')} AND ($4::text IS NULL OR (r.entity, r.id) > ($4, $5::uuid))`,
    parameters: [after?.entity ?? null, after?.id ?? null, ...about],
    order: 'r.entity, r.id',
    limit,
  });
  const last = rows.at(-1);
  return { records: rows, after: isCut && last ? { entity: last.entity, id: last.id } : null };
}

type Is = (row: string, about: string) => string;

/**
 * What `mine` gave need not come again. Only where the client and the place have not changed since before the first
 * slice is it certain that they were there, and the member's, all the time.
 */
const isOld: Is = (row, about) => `${row}.seq <= (${about}::jsonb ->> 'begun')::bigint`;

/** The member's clients, all under them, and the persons with a place there. */
function mine(is: Is, about: string): string {
  return `(${under('r.root_id', is, about)} OR (r.entity = 'contact' AND EXISTS (SELECT 1 FROM sync.record p
    WHERE p.workspace_id = r.workspace_id AND p.contact = r.id AND p.deleted_at IS NULL AND ${is('p', about)}
      AND ${under('p.root_id', is, about)} OFFSET 0)))`;
}

function under(client: string, is: Is, about: string): string {
  return `EXISTS (SELECT 1 FROM sync.record c WHERE c.workspace_id = r.workspace_id AND c.entity = 'client'
    AND c.id = ${client} AND c.owner = (${about}::jsonb ->> 'member')::uuid AND ${is('c', about)} OFFSET 0)`;
}

/** Nothing was given by another slice when the device does not say since when it copies. */
function aboutSlice({ member }: Caller, { slice, begun = -1 }: MessageInput<'snapshot'>): unknown[] {
  if (slice === 'members') return [];
  return [JSON.stringify({ member, begun, recent: Date.now() - RECENT_MS })];
}

/** Counting reads the whole slice: it is done once for all its pages, in each server process. */
const totals = new Map<string, { total: number; until: number }>();
const KEPT_MS = 10 * 60_000;
const KEPT = 1_000;

async function countSlice(tx: Tx, access: string, slice: string, scope: Scope): Promise<number> {
  const { workspace, keys, where, about } = scope;
  const key = `${workspace} ${access} ${slice}`;
  const known = totals.get(key);
  if (known && known.until > Date.now()) return known.total;
  const { rows } = await tx.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM sync.record r
     WHERE r.workspace_id = $1 AND ${seenBy(keys)} AND ${where('$3')}`,
    [workspace, keys, ...about],
  );
  const total = rows[0]?.total ?? 0;
  if (totals.size >= KEPT) totals.clear();
  totals.set(key, { total, until: Date.now() + KEPT_MS });
  return total;
}
