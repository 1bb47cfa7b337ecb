/** Clients that may be the same firm as the one being written. */
import type { Base } from '#main/data/base.ts';
import { statement } from '#main/data/statement.ts';
import { checkIco } from '#shared/domain/clients/company-ids.ts';
import { clientMatchKey } from '#shared/domain/clients/legal-form.ts';

export interface SimilarClient {
  id: string;
  name: string;
  ico: string | null;
  town: string | null;
  by: 'ico' | 'name';
}

const MOST = 10;

/** Same IČO first, then the same name without legal form; `except` is the client that is being written. */
export function similarClients(
  base: Base,
  asked: { name?: string; ico?: string; except?: string },
): SimilarClient[] {
  const found = new Map<string, SimilarClient>();
  const ico = asked.ico?.trim() ?? '';
  const name = asked.name?.trim() ?? '';
  // Numbers of firms abroad are stored as written, so the typed spelling counts too.
  if (ico) take('ico', 'ico IN (?, ?)', [ico, checkIco(ico).value ?? ico]);
  if (name) take('name', 'match_key = ?', [clientMatchKey(name)]);
  return [...found.values()].slice(0, MOST);

  function take(by: 'ico' | 'name', condition: string, params: string[]): void {
    const sql = `SELECT id, name, ico, town FROM client
      WHERE ${condition} AND deleted_at IS NULL AND id <> ? ORDER BY sort_name, id LIMIT ${MOST}`;
    const rows = statement<Omit<SimilarClient, 'by'>>(base.reader, sql).all([...params, asked.except ?? '']);
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, { ...row, by });
  }
}
