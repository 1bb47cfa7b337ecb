/** Which column of the file goes where. */
import type { ColumnMap, Inspection } from '#shared/contract/exchange.ts';
import { targetNamed } from '#shared/domain/exchange/targets.ts';

/**
 * Where each column goes: set by hand, else as recognised. What was recognised gives way where the same place, which
 * takes one column only, was chosen by hand; the engine reads the mapping in the same way.
 */
export function targetsOf(
  inspection: Pick<Inspection, 'columns'>,
  map: ColumnMap,
): Map<number, string | null> {
  const chosen = new Set(
    Object.values(map).filter((target) => target !== null && !targetNamed(target)?.many),
  );
  return new Map(
    inspection.columns.map((column) => {
      const byHand = map[String(column.index)];
      if (byHand !== undefined) return [column.index, byHand];
      return [column.index, chosen.has(column.target) ? null : column.target];
    }),
  );
}
