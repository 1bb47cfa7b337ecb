/**
 * A list of any length: only the rows in sight exist. The keyboard moves an active row (J K, arrows, Page, Home,
 * End) and opens it (Enter); headings sort; the shown columns are chosen in the corner. In a narrow pane each row
 * is drawn by `compact` instead of columns.
 */
import { Skeleton } from '@mantine/core';
import { useElementSize, useMediaQuery, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useFormat } from '#renderer/lib/format.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import type { LiveWindow } from '#renderer/lib/live-window.ts';
import { type Column, gridOf, useShownColumns } from './columns.ts';
import { useShowSelected } from './use-show-selected.ts';
import { RowsHead, type Sort } from './rows-head.tsx';
import classes from './virtual-rows.module.css';

export type { Column } from './columns.ts';
export type { Sort } from './rows-head.tsx';

export interface RowGroup {
  label: string;
  count: number;
  /** Drawn as what is late. */
  late?: boolean;
}

export interface VirtualRowsProps<R> {
  /** Says to screen readers what the list holds. */
  label: string;
  window: LiveWindow<R>;
  columns: Column<R>[];
  rowId(row: R): string;
  onOpen(row: R): void;
  /** Id of the row that is open beside the list. */
  selected?: string | null;
  sort?: Sort;
  onSort?(sort: Sort): void;
  /** Name under which the chosen columns are remembered; without it there is no chooser. */
  columnsKey?: string;
  /** One row in a pane narrower than `compactBelow` px. */
  compact?(row: R): ReactNode;
  compactBelow?: number;
  /** Further keys that act on the active row, for example `{ v: logVisit }`. */
  rowKeys?: Record<string, (row: R) => void> | undefined;
  /** Headings over runs of rows, from the first row on: what each is called and how many rows it has. */
  groups?: readonly RowGroup[] | undefined;
  /** Takes the focus when it appears, so that the keys work at once. */
  autoFocus?: boolean;
}

/** px. */
const GROUP_HEIGHT = 32;

/** The headings by the row that each stands over; a group without rows has none. */
function headsOf(groups: readonly RowGroup[]): Map<number, RowGroup> {
  const heads = new Map<number, RowGroup>();
  let from = 0;
  for (const group of groups) {
    if (group.count > 0) heads.set(from, group);
    from += group.count;
  }
  return heads;
}

export function VirtualRows<R>(props: VirtualRowsProps<R>) {
  const { label, window: live, columns, rowId, onOpen, selected, compact, compactBelow = 620 } = props;
  const touch = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false });
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width } = useElementSize();
  const ref = useMergedRef(scroller, sizeRef);
  const narrow = compact !== undefined && width > 0 && width < compactBelow;
  const height = narrow ? 60 : touch ? 48 : 36;
  const { shown, chooser } = useShownColumns(columns, props.columnsKey, width || undefined);
  const grid = gridOf(shown);
  const total = live.total ?? 0;
  const [active, setActive] = useState(0);
  const format = useFormat();
  const base = useId();

  const heads = headsOf(props.groups ?? []);
  const headRows = [...heads.keys()].join();
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => height + (heads.has(index) ? GROUP_HEIGHT : 0),
    overscan: 12,
    // The heading stands above the rows inside the scroller.
    scrollPaddingStart: narrow ? 0 : 40,
  });
  // A row's height changes with the pane and the pointer, and with the heading over it.
  useEffect(() => virtualizer.measure(), [virtualizer, height, headRows]);

  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  const { ensure } = live;
  useEffect(() => ensure(from, to), [from, to, ensure]);

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index));
    setActive(next);
    virtualizer.scrollToIndex(next);
  };
  const openActive = () => {
    const row = live.rowAt(active);
    if (row) onOpen(row);
  };
  const rowKeys = Object.fromEntries(
    Object.entries(props.rowKeys ?? {}).map(([key, act]) => [
      key,
      () => {
        const row = live.rowAt(active);
        if (row) act(row);
      },
    ]),
  );
  useShortcuts({ ...rowKeys, j: () => moveTo(active + 1), k: () => moveTo(active - 1) }, { scope: scroller });

  useShowSelected({ live, rowId, selected: selected ?? null, active: live.rowAt(active), show: moveTo });

  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / height) - 1);
  const moves: Record<string, () => void> = {
    ArrowDown: () => moveTo(active + 1),
    ArrowUp: () => moveTo(active - 1),
    PageDown: () => moveTo(active + page),
    PageUp: () => moveTo(active - page),
    Home: () => moveTo(0),
    End: () => moveTo(total - 1),
    Enter: openActive,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  const focusFirst = useRef(props.autoFocus);
  useEffect(() => {
    if (focusFirst.current) scroller.current?.focus({ preventScroll: true });
  }, []);

  const style = {
    gridTemplateColumns: narrow ? '1fr' : grid.template,
    minWidth: narrow ? undefined : grid.minWidth,
  };
  return (
    <div
      ref={ref}
      className={classes.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={narrow ? 1 : shown.length}
      aria-activedescendant={total > 0 ? `${base}-${active}` : undefined}
      // The list itself holds the focus, so that its keys reach it.
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <RowsHead
        columns={shown}
        hidden={narrow}
        style={style}
        sort={props.sort}
        onSort={props.onSort}
        chooser={chooser}
      />
      <div
        role="rowgroup"
        style={{ height: virtualizer.getTotalSize(), position: 'relative', minWidth: style.minWidth }}
      >
        {items.map((item) => {
          const row = live.rowAt(item.index);
          const id = row ? rowId(row) : undefined;
          const head = heads.get(item.index);
          const top = item.start + (head ? GROUP_HEIGHT : 0);
          return (
            <Fragment key={item.key}>
              {head && (
                <div
                  role="row"
                  className={classes.group}
                  data-late={head.late || undefined}
                  style={{ height: GROUP_HEIGHT, transform: `translateY(${item.start}px)` }}
                >
                  <div role="gridcell" aria-colspan={narrow ? 1 : shown.length}>
                    {head.label}
                    <span className={classes.groupCount}>{format.number(head.count)}</span>
                  </div>
                </div>
              )}
              <div
                id={`${base}-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={id !== undefined && id === selected}
                className={classes.row}
                data-active={item.index === active || undefined}
                style={{ ...style, height, transform: `translateY(${top}px)` }}
                onClick={() => {
                  setActive(item.index);
                  if (row) onOpen(row);
                }}
              >
                {narrow ? (
                  <div role="gridcell" className={classes.cell}>
                    {row ? compact(row) : <Skeleton height={12} width="60%" />}
                  </div>
                ) : (
                  shown.map((column) => (
                    <div
                      key={column.id}
                      role="gridcell"
                      className={column.tabular ? `${classes.cell} tabular` : classes.cell}
                      data-align={column.align}
                    >
                      {row ? (
                        column.render(row, live.rowAt(item.index - 1))
                      ) : (
                        <Skeleton height={10} width="70%" />
                      )}
                    </div>
                  ))
                )}
              </div>
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}
