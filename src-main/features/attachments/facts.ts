/** What other features read of attachments. */
import type { Base } from '#main/data/base.ts';
import { listAttachments, listWaiting } from './queries.ts';
import type { AttachmentRow, WaitingRow } from '#shared/contract/attachments.ts';

/** Of entries and their corrections, by entry; those without any are left out. */
export function attachmentsOfInteractions(
  base: Base,
  interactions: readonly string[],
): Map<string, AttachmentRow[]> {
  const rows = listAttachments(base, { interactions });
  return Map.groupBy(rows, ({ interaction }) => interaction ?? '');
}

/** Recordings that were cut off and belong to nothing yet: to be completed. */
export function recoveredRecordings(base: Base): WaitingRow[] {
  return listWaiting(base, {}).filter(({ recovered }) => recovered);
}
