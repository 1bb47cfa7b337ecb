/** The country whose rules hold for a number that does not name its own. */
import type { Base } from '#main/data/base.ts';
import { standingFor } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { Preferences } from '#shared/contract/settings.ts';

/** The one chosen on this device at the first start. */
export function countryOfDevice(base: Base): string {
  const preferences = base.settings.get('preferences') as Partial<Preferences> | undefined;
  return preferences?.country ?? 'SK';
}

/** The client's, or this device's where the client has none. */
export function countryOfClient(base: Base, id: string): string {
  const row = statement<{ country: string | null }>(
    base.reader,
    'SELECT country FROM client WHERE id = ?',
  ).get([id]);
  return row?.country ?? countryOfDevice(base);
}

/** That of the client where the person got the newest place, or this device's. */
export function countryOfContact(base: Base, id: string): string {
  const sql = `SELECT client.country FROM position JOIN client ON client.id = position.client
    WHERE position.contact IN ${standingFor()} AND position.deleted_at IS NULL AND position.ended_on IS NULL
    ORDER BY position.created_at DESC, position.id DESC LIMIT 1`;
  return statement<{ country: string | null }>(base.reader, sql).get([id])?.country ?? countryOfDevice(base);
}
