/** Where an item goes when it is moved; the engine is told behind which other item it shall stand. */

/** The item to stand behind after a step up (-1) or down (1); undefined where the item is at the edge already. */
export function afterStep(ids: readonly string[], id: string, step: -1 | 1): string | null | undefined {
  const at = ids.indexOf(id);
  const target = at + step;
  if (at < 0 || target < 0 || target >= ids.length) return undefined;
  return step === 1 ? (ids[target] ?? null) : (ids[target - 1] ?? null);
}

/** The same for an item dropped upon another one; undefined where nothing changes. */
export function afterDrop(ids: readonly string[], id: string, upon: string): string | null | undefined {
  const from = ids.indexOf(id);
  const to = ids.indexOf(upon);
  if (from < 0 || to < 0 || from === to) return undefined;
  return from < to ? upon : (ids[to - 1] ?? null);
}
