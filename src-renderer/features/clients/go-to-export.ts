/** From a list to the export of what the list shows. */
import type { ClientFilter, ContactFilter } from '#shared/contract/clients.ts';

type Shown = { what: 'clients'; filter: ClientFilter } | { what: 'contacts'; filter: ContactFilter };

/** The filter travels beside the address, not in it: it may hold a name. */
export function goToExport(
  go: (to: string, options: { state: unknown }) => void,
  { what, filter }: Shown,
): void {
  go(`/exchange/export?what=${what}`, { state: { filter } });
}
