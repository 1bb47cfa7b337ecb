/** How long a phase of an import still takes. */
import type { RunProgress } from './import-store.ts';

/** A guess from less than this is worth nothing. */
const GUESS_AFTER = 2000;

/** Whole seconds until the phase ends at the speed so far; null while that is not known. */
export function secondsLeft({ done, total, since }: Omit<RunProgress, 'phase'>, now: number): number | null {
  const passed = now - since;
  if (total === null || done === 0 || passed < GUESS_AFTER) return null;
  return Math.ceil(((passed / done) * Math.max(0, total - done)) / 1000);
}
