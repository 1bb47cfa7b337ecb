/** What other features ask about standing in. */
import type { Base } from '#main/data/base.ts';
import { listHandovers, clientsOf } from './queries.ts';

export interface StandIn {
  /** Who is away. */
  from: string;
  fromName: string;
  /** Ids of the clients, of merged ones those that stay. */
  clients: ReadonlySet<string>;
}

/** Those for whom the local member stands in today. */
export function standInsOf(base: Base): StandIn[] {
  const me = base.member();
  return listHandovers(base)
    .filter(({ standing, toMember }) => standing === 'running' && toMember === me)
    .map(({ id, fromMember, fromName }) => ({
      from: fromMember,
      fromName,
      clients: new Set(clientsOf(base, id)),
    }));
}
