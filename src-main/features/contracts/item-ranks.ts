/**
 * Where an item stands in its checklist: fractional indices, compared byte by byte, as SQLite compares text. Two
 * devices may give two items the same rank; those stand in the order of their ids until one of them is moved.
 */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { statement } from '#main/data/statement.ts';
import type { Transaction } from '#main/data/write.ts';
import { checklistItem } from '#shared/entities/contracts.ts';

interface Ranked {
  id: string;
  rank: string;
}

function itemsInOrder(tx: Transaction, checklistId: string): Ranked[] {
  return statement<Ranked>(
    tx.db,
    'SELECT id, rank FROM checklist_item WHERE checklist = ? AND deleted_at IS NULL ORDER BY rank, id',
  ).all(checklistId);
}

/** The rank behind all items. */
export function rankAtEnd(tx: Transaction, checklistId: string): string {
  return generateKeyBetween(itemsInOrder(tx, checklistId).at(-1)?.rank ?? null, null);
}

/**
 * The new ranks, by id, that put item `id` behind `after` (null: first): almost always one. Where neighbours have
 * the same rank, or the rank between them grew too long, more of the list is ranked anew. Undefined when `after`
 * is not another item of the list.
 */
export function ranksBehind(
  tx: Transaction,
  checklistId: string,
  id: string,
  after: string | null,
): Map<string, string> | undefined {
  const items = itemsInOrder(tx, checklistId);
  const others = items.filter((item) => item.id !== id);
  const at = after === null ? 0 : others.findIndex((item) => item.id === after) + 1;
  if (after !== null && at === 0) return undefined;
  if (items[at]?.id === id) return new Map();
  const before = others[at - 1]?.rank ?? null;
  const next = others.findIndex((item, place) => place >= at && (before === null || item.rank > before));
  const end = next === -1 ? others.length : next;
  const moved = [id, ...others.slice(at, end).map((item) => item.id)];
  const ranks = generateNKeysBetween(before, others[end]?.rank ?? null, moved.length);
  const longest = checklistItem.fields.rank.max ?? 0;
  if (ranks.every((rank) => rank.length <= longest)) return ranked(moved, ranks);
  const all = others.map((item) => item.id).toSpliced(at, 0, id);
  return ranked(all, generateNKeysBetween(null, null, all.length));
}

function ranked(ids: readonly string[], ranks: readonly string[]): Map<string, string> {
  return new Map(ids.map((id, at) => [id, ranks[at] ?? '']));
}
