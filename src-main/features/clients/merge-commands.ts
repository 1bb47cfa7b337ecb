/**
 * Merging two entries of one firm or person (docs/data-model.md). Only the pointer of the loser is set and what only it
 * knew is filled in at the winner; what stands on the loser stays there and is shown at the winner.
 */
import { notFound, refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord, type Row } from '#main/data/codec.ts';
import { winnerId } from '#main/data/merged.ts';
import { type Written, write } from '#main/data/write.ts';
import { mergedValues } from '#shared/domain/join/merged-values.ts';
import { client, contact } from '#shared/entities/clients.ts';
import { titleOf } from '#shared/entities/title.ts';

/** The entities that may be merged, with what the action is called. */
const KINDS = {
  client: { entity: client, merged: 'clientsMerged', unmerged: 'clientsUnmerged' },
  contact: { entity: contact, merged: 'contactsMerged', unmerged: 'contactsUnmerged' },
} as const;
export type MergeKind = keyof typeof KINDS;

export interface MergeInput {
  /** The loser. */
  id: string;
  /** The winner; one that is merged itself stands for the one where it is shown. */
  into: string;
  /** Fields whose unit the winner takes from the loser. */
  take?: Readonly<Record<string, 'loser'>> | undefined;
}

/** Throws NOT_FOUND when one is gone, REFUSED `mergeIntoItself`, `mergedAlready`. */
export function mergeRecords(base: Base, kind: MergeKind, { id, into, take = {} }: MergeInput): Written {
  const { entity, merged } = KINDS[kind];
  const winner = winnerId(base.writer, into);
  if (winner === id) throw refused('mergeIntoItself');
  if (winnerId(base.writer, id) !== id) throw refused('mergedAlready');
  const names = { name: nameOf(base, kind, id), into: nameOf(base, kind, winner) };
  return write(base, { key: merged, params: names }, (tx) => {
    const from = tx.read(entity, id) as Row | undefined;
    const to = tx.read(entity, winner) as Row | undefined;
    if (!from) throw notFound(kind, id);
    if (!to) throw notFound(kind, winner);
    // A pointer that leads nowhere any more must not come alive again behind this one.
    if (to['mergedInto'] !== null) tx.edit(entity, winner, { mergedInto: null });
    // Before the values: a server that knows the winner as deleted must not see an edit of it first, which restores it.
    tx.edit(entity, id, { mergedInto: winner });
    tx.edit(entity, winner, mergedValues(entity, to, from, new Set(Object.keys(take))));
  });
}

/** Two again. What was written at the winner meanwhile stays there. Throws NOT_FOUND. */
export function unmergeRecord(base: Base, kind: MergeKind, id: string): Written {
  const { entity, unmerged } = KINDS[kind];
  return write(base, { key: unmerged, params: { name: nameOf(base, kind, id) } }, (tx) => {
    if (!tx.read(entity, id)) throw notFound(kind, id);
    tx.edit(entity, id, { mergedInto: null });
  });
}

function nameOf(base: Base, kind: MergeKind, id: string): string {
  const { entity } = KINDS[kind];
  const record = readRecord(base.writer, entity, id) as Row | undefined;
  return record ? titleOf(entity, record) : '';
}
