/** One's own day, and of those for whom one stands in what is due at the clients that were handed over. */
import type { Base } from '#main/data/base.ts';
import { standInsOf } from '#main/features/handover/facts.ts';
import { type Mine, mineOf } from './mine.ts';

/** `read` tells what is somebody's. What is both one's own and a colleague's stands once, as one's own. */
export function withHanded<R extends { id: string; client: string }>(
  base: Base,
  read: (mine: Mine) => R[],
): (R & { insteadOf: string | null })[] {
  const own = read(mineOf(base));
  const known = new Set(own.map(({ id }) => id));
  const handed = standInsOf(base).flatMap(({ from, fromName, clients }) =>
    read({ me: from, alone: 0 })
      .filter(({ id, client }) => clients.has(client) && !known.has(id))
      .map((one) => ({ ...one, insteadOf: fromName })),
  );
  return [...own.map((one) => ({ ...one, insteadOf: null })), ...handed];
}
