/**
 * What a base that exchanges with a server need not keep: changes that the server has in a backup of its own, after a
 * week in which they can still be undone, and what was overwritten more than 90 days ago, which the server still knows.
 */
import { hlcToHex } from '#shared/sync/hlc.ts';
import type { Base } from './base.ts';
import { statement } from './statement.ts';
import { readSync, writeSync } from './sync-store.ts';

const DAY_MS = 86_400_000;
/** How long an acknowledged change can be undone at least. */
const UNDOABLE_DAYS = 7;
const KEPT_DAYS = 90;

/** At most once a day; nothing is dropped that only this device has. */
export function pruneBookkeeping(base: Base): void {
  const { writer, now } = base;
  const at = now();
  if (at - (readSync(writer, 'prunedAt') ?? 0) < DAY_MS) return;
  const before = (days: number) =>
    Buffer.from(hlcToHex({ ms: Math.max(0, at - days * DAY_MS), counter: 0 }, '0'.repeat(16)), 'hex');
  writer
    .transaction(() => {
      statement(
        writer,
        'DELETE FROM change WHERE seq IS NOT NULL AND (hlc < ? OR (hlc < ? AND seq <= ?))',
      ).run(before(KEPT_DAYS), before(UNDOABLE_DAYS), readSync(writer, 'durableSeq') ?? 0);
      statement(writer, 'DELETE FROM history WHERE hlc < ?').run(before(KEPT_DAYS));
      writeSync(writer, 'prunedAt', at);
    })
    .immediate();
}
