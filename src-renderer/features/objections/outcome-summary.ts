/** The counts behind the plot: one row per kind of objection, the most frequent first, and all of them together. */
import type { OutputOf } from '#renderer/lib/live.ts';
import { OBJECTION_OUTCOMES } from '#shared/entities/objections.ts';

export type Outcome = (typeof OBJECTION_OUTCOMES)[number];

export interface OutcomeRow {
  /** null: no kind was entered. */
  kind: string | null;
  counts: Record<Outcome, number>;
  total: number;
}

export function summarise(cells: OutputOf<'objections', 'summary'>): { rows: OutcomeRow[]; all: OutcomeRow } {
  const all = emptyRow(null);
  const byKind = new Map<string | null, OutcomeRow>();
  for (const { kind, outcome, count } of cells) {
    if (!isOutcome(outcome)) continue;
    const row = byKind.get(kind) ?? emptyRow(kind);
    byKind.set(kind, row);
    for (const one of [row, all]) {
      one.counts[outcome] += count;
      one.total += count;
    }
  }
  const rows = [...byKind.values()].toSorted(
    (a, b) => Number(a.kind === null) - Number(b.kind === null) || b.total - a.total,
  );
  return { rows, all };
}

function emptyRow(kind: string | null): OutcomeRow {
  return { kind, counts: { open: 0, overcome: 0, partly: 0, stands: 0 }, total: 0 };
}

/** An outcome of a later version is not drawn rather than drawn wrong. */
function isOutcome(value: string): value is Outcome {
  return (OBJECTION_OUTCOMES as readonly string[]).includes(value);
}
