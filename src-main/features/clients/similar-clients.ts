/** Clients that may be the same firm as the one being written. */
import type { Base } from '#main/data/base.ts';
import { winnerId, winnerOf } from '#main/data/merged.ts';
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
    // What a merged entry says tells of the client where it is shown.
    const sql = `SELECT DISTINCT c.id, c.name, c.ico, c.town FROM client f JOIN client c ON c.id = ${winnerOf('f.id')}
      WHERE f.${condition} AND f.deleted_at IS NULL AND c.id <> ? ORDER BY c.sort_name, c.id LIMIT ${MOST}`;
    const except = asked.except === undefined ? '' : winnerId(base.reader, asked.except);
    const rows = statement<Omit<SimilarClient, 'by'>>(base.reader, sql).all([...params, except]);
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, { ...row, by });
  }
}
