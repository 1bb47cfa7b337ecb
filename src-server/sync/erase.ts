/** Personal data of one record, taken out of everything that the server keeps (GDPR, article 17). */
import type { WireChange } from '#shared/sync/wire.ts';
import type { Tx } from '../data/transaction.ts';
import type { Caller } from './caller.ts';
import { entityOf } from './entity-of.ts';
import { ERASED } from './push-order.ts';

export interface Erased {
  entity: string;
  id: string;
  seq: number;
  change: Pick<WireChange, 'id' | 'hlc'>;
}

/** The record itself was blanked by the merge; here go its past, what was refused of it, and conflicts about it. */
export async function eraseValues(
  tx: Tx,
  caller: Caller,
  { entity, id, seq, change }: Erased,
): Promise<void> {
  const { workspace, member } = caller;
  await blankPast(tx, workspace, entity, id);
  // sides of a conflict hold values of the record; they are written anew, so that devices fetch them
  const state = JSON.stringify({ change: change.id, hlc: change.hlc, actor: member });
  await tx.query(
    `UPDATE sync.record SET seq = $4, data = data - '{before,kept,lost}'::text[],
       units = units || jsonb_build_object('before', $5::jsonb, 'kept', $5::jsonb, 'lost', $5::jsonb)
     WHERE workspace_id = $1 AND subject = $2 AND data ->> 'entity' = $3`,
    [workspace, id, entity, seq, state],
  );
  await tx.query(
    `INSERT INTO sync.erasure (workspace_id, entity, id, seq, at, by) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [workspace, entity, id, seq, Date.now(), member],
  );
}

/** Inside `inWorkspace`, after a restore: an erasure that the backup did not know of is done again. */
export async function replayErasure(
  tx: Tx,
  workspace: string,
  { entity, id, by }: { entity: string; id: string; by: string },
  seq: number,
): Promise<void> {
  const statement = entityOf(entity);
  const personal = Object.entries(statement?.fields ?? {}).filter(([, field]) => field.personal);
  const required = Object.fromEntries(
    personal.filter(([, { required }]) => required).map(([name]) => [name, '']),
  );
  await tx.query(
    `UPDATE sync.record SET seq = $4, data = (data - $5::text[]) || $6::jsonb,
       deleted_at = coalesce(deleted_at, $7)
     WHERE workspace_id = $1 AND entity = $2 AND id = $3`,
    [workspace, entity, id, seq, personal.map(([name]) => name), JSON.stringify(required), Date.now()],
  );
  await eraseValues(
    tx,
    { workspace, member: by, device: '' },
    { entity, id, seq, change: { id, hlc: '0'.repeat(32) } },
  );
}

/** Even a hash of what was said could be guessed at. */
async function blankPast(tx: Tx, workspace: string, entity: string, id: string): Promise<void> {
  const statement = entityOf(entity);
  const fields = Object.entries(statement?.fields ?? {}).flatMap(([name, { personal }]) =>
    personal ? [name] : [],
  );
  await tx.query(
    `UPDATE sync.history SET value = value - $4::text[]
     WHERE workspace_id = $1 AND entity = $2 AND id = $3 AND jsonb_typeof(value) = 'object'`,
    [workspace, entity, id, fields],
  );
  await tx.query(
    'UPDATE sync.change_log SET content = $4 WHERE workspace_id = $1 AND entity = $2 AND record_id = $3',
    [workspace, entity, id, ERASED],
  );
  await tx.query(
    `UPDATE sync.rejected_change SET change = NULL WHERE workspace_id = $1 AND entity = $2 AND record_id = $3`,
    [workspace, entity, id],
  );
}
