import { describe, expect, it } from 'vitest';
import { type Column, gridOf, shownIds } from '#renderer/ui/columns.ts';

const column = (id: string, more: Partial<Column<never>> = {}): Column<never> => ({
  id,
  label: id,
  width: 100,
  render: () => id,
  ...more,
});
const columns = [
  column('name', { always: true }),
  column('town'),
  column('web', { optional: true }),
  column('number', { roomFrom: 1100 }),
];

describe('the columns of a list', () => {
  it('are those with room that are not optional, until some are chosen', () => {
    expect(shownIds(columns, undefined)).toEqual(['name', 'town', 'number']);
    expect(shownIds(columns, undefined, 900)).toEqual(['name', 'town']);
  });

  it('are the chosen ones in their order, whatever the room', () => {
    expect(shownIds(columns, ['number', 'name', 'web'], 900)).toEqual(['number', 'name', 'web']);
  });

  it('hold what is always shown, and forget what is no longer offered', () => {
    expect(shownIds(columns, ['gone', 'town'])).toEqual(['name', 'town']);
    expect(shownIds(columns, [])).toEqual(['name']);
  });

  it('share the room that is left', () => {
    expect(gridOf([{ width: 100 }, { width: 80, grow: 0 }])).toEqual({
      template: 'minmax(100px, 1fr) 80px',
      minWidth: 180,
    });
  });
});
