/**
 * Sets of telephones, e-mails, addresses and references, merged element by element: adding or altering an element wins
 * over removing it, and the result is the same in whatever order the edits arrive.
 */
import type { FieldKind } from '#shared/entities/field.ts';
import { canonicalJson } from './canonical-json.ts';

const KEYS: Partial<Record<FieldKind, (element: never) => string>> = {
  phones: ({ value }: { value: string }) => value.replace(/[^\d+]/g, '') || value,
  emails: ({ value }: { value: string }) => value.toLowerCase(),
  addresses: (element: Record<string, unknown>) => canonicalJson(element).toLowerCase(),
  references: (id: string) => id,
};

export function isSetKind(kind: FieldKind): boolean {
  return kind in KEYS;
}

/**
 * `base` is what both edits started from, null when it is not known or was empty. Elements of the base stand first, in
 * its order, then those that came, by their key. Null when nothing is left.
 */
export function mergeSets(
  kind: FieldKind,
  base: readonly unknown[] | null,
  current: readonly unknown[] | null,
  incoming: readonly unknown[] | null,
): unknown[] | null {
  const [before, ours, theirs] = [base, current, incoming].map((set) => byKey(kind, set ?? []));
  if (!before || !ours || !theirs) return null;
  const added = [...ours.keys(), ...theirs.keys()].filter((key) => !before.has(key));
  const merged = [...before.keys(), ...[...new Set(added)].sort()]
    .map((key) => mergeElement(before.get(key), ours.get(key), theirs.get(key)))
    .filter((element) => element !== undefined);
  return merged.length > 0 ? merged : null;
}

function mergeElement(before: unknown, ours: unknown, theirs: unknown): unknown {
  const was = canonicalJson(before);
  const altered = [ours, theirs].filter((side) => side !== undefined && canonicalJson(side) !== was);
  if (altered.length === 0) return ours === undefined || theirs === undefined ? undefined : ours;
  // two spellings of the same element: which one stays must not depend on who came first
  return altered.reduce((a, b) => (canonicalJson(a) >= canonicalJson(b) ? a : b));
}

/** The first of several elements with one key stands for it. */
function byKey(kind: FieldKind, set: readonly unknown[]): Map<string, unknown> {
  const keyOf = KEYS[kind];
  const found = new Map<string, unknown>();
  if (!keyOf) throw new Error(`not a set: ${kind}`);
  for (const element of set) {
    const key = keyOf(element as never);
    if (!found.has(key)) found.set(key, element);
  }
  return found;
}
