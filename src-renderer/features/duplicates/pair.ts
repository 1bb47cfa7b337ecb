/** Two records that are compared. */
import type { OutputOf } from '#renderer/lib/live.ts';

export type Pair = OutputOf<'duplicates', 'compare'>;
export const SIDES = ['one', 'other'] as const;
export type Which = (typeof SIDES)[number];
