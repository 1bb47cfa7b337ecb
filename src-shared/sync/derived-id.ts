/**
 * An id that follows from others, so that the same merge made twice, or on two server processes, writes the same
 * records: FNV-1a of 128 bits in the form of a UUID version 8 (RFC 9562). No secret and no proof against forgery.
 */
import { canonicalJson } from './canonical-json.ts';
import type { WireChange } from './wire.ts';

const PRIME = 309485009821345068724781371n;
const OFFSET = 144066263297769815596495629667062367629n;

/** Of parts without a line feed, by their UTF-16 code units. */
export function derivedId(...parts: readonly string[]): string {
  let hash = OFFSET;
  const text = parts.join('\n');
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(text.charCodeAt(index))) * PRIME);
  }
  const hex = hash.toString(16).padStart(32, '0');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ].join('-');
}

/** What a change says: with the same id, the same text means the same change sent again. */
export function contentOf({ kind, units }: Pick<WireChange, 'kind' | 'units'>): string {
  return canonicalJson({ kind, units });
}

/**
 * Two copies of one profile may fold different edits into the same unsent change and send both under one id. The second
 * one is a change of its own, found again by an id that follows from what it says.
 */
export function asCopy(change: WireChange): WireChange {
  return { ...change, id: derivedId('copy', change.id, contentOf(change)) };
}

/** A change of the same device over some that became copies, {id: id of the copy}: it saw what these say. */
export function overCopies(change: WireChange, copies: ReadonlyMap<string, string>): WireChange {
  if (!change.base || copies.size === 0) return change;
  const seen = Object.entries(change.base).map(([unit, id]) => [unit, copies.get(id) ?? id]);
  return { ...change, base: Object.fromEntries(seen) };
}
