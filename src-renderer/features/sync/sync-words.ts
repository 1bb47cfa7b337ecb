/** Words of the exchange that several of its parts use. */
import type { Format } from '#renderer/lib/format.ts';
import { hasMessage, say } from '#renderer/lib/i18n.ts';
import type { SyncState } from '#shared/contract/sync.ts';

export type Connection = NonNullable<SyncState['connection']>;
/** The state of a device that is joined to a firm. */
export type ConnectedState = SyncState & { connection: Connection };

/** A clock that is off by less is not worth a word, in milliseconds. */
export const CLOCK_OFF_MS = 5 * 60_000;

/** `12 zmien klientov`. */
export function waitingWords(entity: string, count: number, format: Format): string {
  const params = { count, number: format.number(count) };
  return say(hasMessage(`sync.kinds.${entity}_other`) ? `sync.kinds.${entity}` : 'sync.kinds.other', params);
}

/** `3 prílohy (2,4 MB)`, in one of the sentences that say so. */
export function filesWords(
  of: 'sync.waiting.files' | 'sync.signOut.files',
  { count, bytes }: SyncState['unsentFiles'],
  format: Format,
): string {
  return say(of, { count, number: format.number(count), size: format.size(bytes) });
}

/** Null while nobody needs to know. */
export function clockWords(aheadMs: number | null, format: Format): string | null {
  if (aheadMs === null || Math.abs(aheadMs) < CLOCK_OFF_MS) return null;
  const amount = format.duration(Math.abs(aheadMs));
  return say(aheadMs > 0 ? 'sync.state.clockAhead' : 'sync.state.clockBehind', { amount });
}

/** When the next try comes; a try within a minute is said without its second. */
export function nextTryWords(at: number | null, format: Format, now = Date.now()): string {
  if (at === null) return '';
  return at - now < 60_000
    ? say('sync.trouble.nextNow')
    : say('sync.trouble.next', { when: format.relative(at, now) });
}

/** `Žilina, Orava` as two territories. */
export function readTerritories(text: string): string[] {
  return [...new Set(text.split(/[,;\n]/).map((part) => part.trim()))].filter(Boolean);
}
