import { describe, expect, it } from 'vitest';
import { objectionFilterOf } from '#renderer/features/objections/objection-list-store.ts';
import { summarise } from '#renderer/features/objections/outcome-summary.ts';

describe('summary of outcomes', () => {
  it('adds up by kind, most frequent first, those without a kind last', () => {
    const { rows, all } = summarise([
      { kind: null, outcome: 'open', count: 9 },
      { kind: 'delivery', outcome: 'overcome', count: 2 },
      { kind: 'price', outcome: 'open', count: 3 },
      { kind: 'price', outcome: 'stands', count: 4 },
    ]);
    expect(rows.map((row) => [row.kind, row.total])).toEqual([
      ['price', 7],
      ['delivery', 2],
      [null, 9],
    ]);
    expect(rows[0]?.counts).toEqual({ open: 3, overcome: 0, partly: 0, stands: 4 });
    expect(all.total).toBe(18);
    expect(all.counts.open).toBe(12);
  });

  it('leaves out an outcome that this version does not know', () => {
    expect(summarise([{ kind: 'price', outcome: 'forgotten', count: 5 }])).toMatchObject({
      rows: [],
      all: { total: 0 },
    });
  });
});

describe('filter of the log', () => {
  it('holds only what was chosen', () => {
    expect(objectionFilterOf('  ', { kind: undefined, outcome: [] })).toEqual({});
    expect(objectionFilterOf(' drahé ', { kind: ['price'], other: ['x'] })).toEqual({
      text: 'drahé',
      kind: ['price'],
    });
  });
});
