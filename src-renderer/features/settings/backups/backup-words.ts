/** What a backup holds, in words. */
import { say } from '#renderer/lib/i18n.ts';
import type { Format } from '#renderer/lib/format.ts';
import type { BackupCounts } from '#shared/contract/backups.ts';

const SAID = [
  ['client', 'clients'],
  ['contact', 'contacts'],
  ['interaction', 'records'],
  ['contract', 'contracts'],
] as const;

/** A base in which nobody has written anything yet. */
export function isEmpty(counts: BackupCounts): boolean {
  return SAID.every(([entity]) => !counts[entity]);
}

/** `12 klientov · 30 kontaktných osôb`; what there is none of is left out. */
export function countsText(counts: BackupCounts, format: Format): string {
  const said = SAID.flatMap(([entity, word]) => {
    const count = counts[entity] ?? 0;
    return count > 0 ? [say(`backups.counts.${word}`, { count, number: format.number(count) })] : [];
  });
  return said.length > 0 ? said.join(' · ') : say('backups.restore.empty');
}
