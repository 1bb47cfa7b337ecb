/** What the search found and what can be done, as one list that arrow keys walk through. */
import type { OutputOf } from '#renderer/lib/live.ts';
import type { Hit, SEARCH_GROUPS } from '#shared/contract/records.ts';
import type { Command } from './search-commands.ts';

export type HitKind = (typeof SEARCH_GROUPS)[number];
export type Found = OutputOf<'search', 'find'>;

export type Option =
  | { id: string; kind: HitKind; hit: Hit }
  | { id: string; kind: 'command'; command: Command };

export interface OptionGroup {
  kind: HitKind | 'command';
  options: Option[];
  more: boolean;
}

/** Hits in the order the engine ranked them, then commands; empty groups are left out. */
export function groupOptions(found: Found | undefined, commands: Command[]): OptionGroup[] {
  const groups: OptionGroup[] = (found?.groups ?? []).map(({ kind, hits, more }) => ({
    kind,
    more,
    options: hits.map((hit) => ({ id: `${kind}-${hit.id}`, kind, hit })),
  }));
  groups.push({
    kind: 'command',
    more: false,
    options: commands.map((command) => ({ id: `command-${command.id}`, kind: 'command', command })),
  });
  return groups.filter((group) => group.options.length > 0);
}

/** Where a hit opens; what stands on a client opens on that client's desk. */
export function addressOf(kind: HitKind, hit: Pick<Hit, 'id' | 'client'>): string {
  switch (kind) {
    case 'client':
      return `/clients/${hit.id}`;
    case 'contact':
      return `/contacts/${hit.id}`;
    case 'meeting':
      return `/meetings/${hit.id}`;
    case 'promise':
      return `/promises/${hit.id}`;
    case 'departmentRequest':
      return `/promises/requests/${hit.id}`;
    case 'objection':
      return `/objections/${hit.id}`;
    case 'contract':
      return `/contracts/${hit.id}`;
    case 'interaction':
      return `/clients/${hit.client ?? hit.id}`;
  }
}
