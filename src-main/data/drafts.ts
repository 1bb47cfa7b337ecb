/** What was typed and not yet committed. Kept beside the records in the same file, so it is as safe as they are. */
import type { Base } from './base.ts';
import { environmentError } from './app-error.ts';
import { statement } from './statement.ts';

export interface Draft {
  key: string;
  entity: string;
  record: string;
  client: string | null;
  values: Record<string, unknown>;
  updatedAt: number;
}

interface DraftRow {
  key: string;
  entity: string;
  record: string;
  client: string | null;
  values: string;
  updated_at: number;
  clientName: string | null;
}

const fromDraftRow = ({ key, entity, record, client, values, updated_at }: DraftRow): Draft => ({
  key,
  entity,
  record,
  client,
  values: JSON.parse(values) as Record<string, unknown>,
  updatedAt: updated_at,
});

export function readDraft({ reader }: Base, key: string): Draft | null {
  const row = statement<DraftRow>(reader, 'SELECT * FROM draft WHERE key = ?').get(key);
  return row ? fromDraftRow(row) : null;
}

/** Newest first, with the name of the client each stands on. */
export function listDrafts({ reader }: Base): (Draft & { clientName: string | null })[] {
  return statement<DraftRow>(
    reader,
    `SELECT d.*, c.name AS clientName FROM draft d LEFT JOIN client c ON c.id = d.client ORDER BY d.updated_at DESC`,
  )
    .all()
    .map((row) => ({ ...fromDraftRow(row), clientName: row.clientName }));
}

export function saveDraft({ writer, events, now }: Base, draft: Omit<Draft, 'updatedAt'>): void {
  try {
    statement(
      writer,
      `INSERT INTO draft (key, entity, record, client, "values", updated_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET entity = excluded.entity, record = excluded.record, client = excluded.client,
         "values" = excluded."values", updated_at = excluded.updated_at`,
    ).run(draft.key, draft.entity, draft.record, draft.client, JSON.stringify(draft.values), now());
  } catch (error) {
    throw environmentError(error);
  }
  events.emit({ topics: ['draft'], ids: [draft.record] });
}

export function discardDraft({ writer, events }: Base, key: string): void {
  const { changes } = statement(writer, 'DELETE FROM draft WHERE key = ?').run(key);
  if (changes > 0) events.emit({ topics: ['draft'], ids: null });
}
