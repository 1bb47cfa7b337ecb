/** What other features ask about standing in. */
import type { Base } from '#main/data/base.ts';
import { handedBy, readHandovers } from './queries.ts';

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
  return readHandovers(base)
    .filter(({ standing, record }) => standing === 'running' && record.toMember === me)
    .map(({ record, fromName }) => ({
      from: record.fromMember,
      fromName,
      clients: new Set(handedBy(base, record).keys()),
    }));
}
