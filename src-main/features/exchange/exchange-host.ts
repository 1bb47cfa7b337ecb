/** What imports and exports need of the open base, and which records an export's filter means. */
import type { Base } from '#main/data/base.ts';
import { publishStaged } from '#main/data/bulk.ts';
import type { EngineContext } from '#main/data/context.ts';
import { isOwn } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { todayHere } from '#main/data/today.ts';
import type { ClientFilter, ContactFilter } from '#shared/contract/clients.ts';
import { countryOfDevice, matchingClients, matchingContacts } from '../clients/facts.ts';
import { type ExchangeHost, serviceOf } from './import-service.ts';
import { refreshFills } from './refresh-fills.ts';

export type ExchangeContext = EngineContext;

type Export = { what: 'contacts'; filter: ContactFilter } | { what: 'clients'; filter: ClientFilter };

/** Imports and exports belong to one open base, however many windows look at it. */
const HOSTS = new WeakMap<Base, ExchangeHost>();

export function hostOf({ engine: { base } }: ExchangeContext): ExchangeHost {
  const known = HOSTS.get(base);
  if (known) return known;
  const host: ExchangeHost = {
    base,
    folder: base.folder,
    file: base.file,
    key: base.key,
    actor: () => base.member(),
    country: () => countryOfDevice(base),
    newId: () => base.newId(),
    now: () => base.now(),
    today: () => todayHere(base),
    version: () => versionOf(base),
    publish: ({ version, ...staged }) => {
      if (version !== versionOf(base)) refreshFills(base, staged.file);
      publishStaged(base, staged);
    },
  };
  HOSTS.set(base, host);
  base.events.closing.addEventListener('abort', () => serviceOf(host).close());
  return host;
}

/** Ids of the records that the filter leaves; null for all of them. */
export function idsOf({ engine: { base } }: ExchangeContext, wanted: Export): string[] | null {
  return wanted.what === 'clients'
    ? matchingClients(base, wanted.filter)
    : matchingContacts(base, wanted.filter);
}

export function countExport(context: ExchangeContext, wanted: Export): number {
  const ids = idsOf(context, wanted);
  if (ids) return ids.length;
  const table = wanted.what === 'clients' ? 'client' : 'contact';
  const { reader } = context.engine.base;
  return (
    statement<{ count: number }>(
      reader,
      `SELECT count(*) AS count FROM ${table} WHERE deleted_at IS NULL AND ${isOwn()}`,
    ).get()?.count ?? 0
  );
}

/** Another number after every commit of the writer. */
function versionOf({ reader }: Base): number {
  return reader.pragma('data_version', { simple: true }) as number;
}
