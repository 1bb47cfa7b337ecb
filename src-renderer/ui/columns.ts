/** The columns of a list: which are shown, how wide they are, and remembering the choice on this device. */
import type { ReactNode } from 'react';
import { usePreferences } from '#renderer/lib/preferences.ts';
import type { OrderedChoice } from './ordered-choices.tsx';

export interface Column<R> {
  id: string;
  label: string;
  /** Least width in px. */
  width: number;
  /** Share of the room left over; 0 keeps the width. */
  grow?: number;
  align?: 'end';
  /** Figures of equal width, so that the digits of rows stand under each other; also without `align`. */
  tabular?: boolean;
  /** `previous` is the row above it, for what is said once for several. */
  render(row: R, previous?: R): ReactNode;
  /** On paper, where `render` shows by colour, by tip or relative to this moment. */
  text?(row: R): string;
  /** What the heading sorts by; without it the heading is plain. */
  sort?: string;
  /** Cannot be hidden. */
  always?: boolean;
  /** Not shown until chosen. */
  optional?: boolean;
  /** In a list narrower than this many px it makes room for the names, until chosen. */
  roomFrom?: number;
}

export interface ColumnChooser {
  offered: OrderedChoice[];
  /** Ids of the shown columns, in order. */
  chosen: string[];
  change(ids: string[]): void;
  /** Forgets the choice; absent while there is none. */
  reset?(): void;
}

export function gridOf(columns: readonly Pick<Column<never>, 'width' | 'grow'>[]): {
  template: string;
  minWidth: number;
} {
  const template = columns
    .map(({ width, grow = 1 }) => (grow === 0 ? `${width}px` : `minmax(${width}px, ${grow}fr)`))
    .join(' ');
  return { template, minWidth: columns.reduce((sum, column) => sum + column.width, 0) };
}

/**
 * Ids shown: the remembered choice in its order, else all that have room and are not optional. What is always shown
 * and not among the remembered stands first.
 */
export function shownIds(
  columns: readonly Column<never>[],
  remembered: readonly string[] | undefined,
  width = Number.POSITIVE_INFINITY,
): string[] {
  const isOffered = ({ optional, roomFrom = 0 }: Column<never>) => !optional && width >= roomFrom;
  if (!remembered)
    return columns.filter((column) => column.always || isOffered(column)).map((column) => column.id);
  const known = new Set(columns.map((column) => column.id));
  const missing = columns.filter((column) => column.always && !remembered.includes(column.id));
  return [...missing.map((column) => column.id), ...remembered.filter((id) => known.has(id))];
}

export function useShownColumns<R>(
  columns: Column<R>[],
  key: string | undefined,
  width: number | undefined,
): { shown: Column<R>[]; chooser: ColumnChooser | undefined } {
  const { preferences, change } = usePreferences();
  const remembered = key ? preferences?.columns[key] : undefined;
  const ids = shownIds(columns as Column<never>[], remembered, width);
  const shown = ids.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  if (!key || !preferences) return { shown, chooser: undefined };
  const { [key]: _, ...others } = preferences.columns;
  return {
    shown,
    chooser: {
      offered: columns.map(({ id, label, always }) => ({ key: id, label, always })),
      chosen: ids,
      change: (next) => change({ columns: { ...preferences.columns, [key]: next } }),
      reset: remembered && (() => change({ columns: others })),
    },
  };
}
