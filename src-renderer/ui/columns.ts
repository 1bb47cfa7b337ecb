/** The columns of a list: which are shown, how wide they are, and remembering the choice on this device. */
import type { ReactNode } from 'react';
import { usePreferences } from '#renderer/lib/preferences.ts';

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
  render(row: R): ReactNode;
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
  columns: { id: string; label: string; shown: boolean; always: boolean }[];
  toggle(id: string): void;
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

/** Ids shown: the remembered choice, else all that have room and are not optional; in the order of the list. */
export function shownIds(
  columns: readonly Column<never>[],
  remembered: readonly string[] | undefined,
  width = Number.POSITIVE_INFINITY,
): string[] {
  const isOffered = ({ optional, roomFrom = 0 }: Column<never>) => !optional && width >= roomFrom;
  return columns
    .filter((column) => column.always || (remembered ? remembered.includes(column.id) : isOffered(column)))
    .map((column) => column.id);
}

export function useShownColumns<R>(
  columns: Column<R>[],
  key: string | undefined,
  width: number | undefined,
): { shown: Column<R>[]; chooser: ColumnChooser | undefined } {
  const { preferences, change } = usePreferences();
  const ids = shownIds(columns as Column<never>[], key ? preferences?.columns[key] : undefined, width);
  const shown = columns.filter((column) => ids.includes(column.id));
  if (!key || !preferences) return { shown, chooser: undefined };
  return {
    shown,
    chooser: {
      columns: columns.map(({ id, label, always }) => ({
        id,
        label,
        shown: ids.includes(id),
        always: always ?? false,
      })),
      toggle: (id) => {
        const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
        change({ columns: { ...preferences.columns, [key]: next } });
      },
    },
  };
}
