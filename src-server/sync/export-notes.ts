/** What devices tell of exports stands in the audit log, each once, also when the answer was lost. */
import type { ExportNote } from '#shared/sync/wire.ts';
import type { Tx } from '../data/transaction.ts';
import type { Caller } from './caller.ts';

export async function keepExportNotes(
  tx: Tx,
  { workspace, member, device }: Caller,
  notes: readonly ExportNote[],
): Promise<void> {
  for (const { id, at, what, format, rows } of notes)
    await tx.query(
      `INSERT INTO sync.audit_log (workspace_id, id, at, kind, member, device, details)
       VALUES ($1, $2, $3, 'export', $4, $5, $6) ON CONFLICT DO NOTHING`,
      [workspace, id, Date.now(), member, device, { at, what, format, rows }],
    );
}
