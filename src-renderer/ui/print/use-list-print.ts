/** Makes a page of a list: all its rows, the columns shown, and in words what narrows and orders it. */
import { useRef } from 'react';
import { currentLanguage, say } from '#renderer/lib/i18n.ts';
import { useRun } from '#renderer/lib/run.ts';
import { formatFor } from '#renderer/lib/format.ts';
import { shownIds, type Column } from '../columns.ts';
import type { Filter } from '../filter-chips.tsx';
import type { ListPageProps } from '../list-page.tsx';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { MOST_PRINTED, type PrintJob, showPrint } from './print-job.ts';

/** Width that a page lying down stands for when no columns were chosen, px. */
const PAPER_WIDTH = 1100;

type Printed<R extends { id: string }> = Pick<
  ListPageProps<R>,
  'window' | 'columns' | 'name' | 'title' | 'count' | 'search' | 'filters' | 'chosen' | 'sort' | 'callLine'
>;

export function useListPrint<R extends { id: string }>(
  list: Printed<R>,
): (kind: PrintJob['kind']) => Promise<void> {
  const run = useRun();
  const { preferences } = usePreferences();
  const busy = useRef(false);
  return async (kind) => {
    if (busy.current) return;
    busy.current = true;
    const read = await run(list.window.readAll(MOST_PRINTED));
    busy.current = false;
    if (!read) return;
    const { rows, total } = read;
    const ids = shownIds(list.columns as Column<never>[], preferences?.columns[list.name], PAPER_WIDTH);
    const shown = ids.flatMap((id) => list.columns.find((column) => column.id === id) ?? []);
    const { callLine } = list;
    showPrint({
      kind,
      title: list.title,
      total,
      count: say(list.count, { count: total, number: formatFor(currentLanguage()).number(total) }),
      facts: factsOf(list),
      head: shown.map(({ label, align, width, grow = 1 }) => ({
        label,
        align,
        share: width * (1 + grow / 8) * (align === 'end' ? 1.2 : 1),
      })),
      rows: rows.map((row) => shown.map((column) => (column.text ? column.text(row) : column.render(row)))),
      calls: callLine ? rows.map((row) => callLine(row)) : null,
    });
  };
}

function factsOf<R extends { id: string }>({ search, filters, chosen, sort, columns }: Printed<R>): string[] {
  const text = search.text.trim();
  const sorted = sort && columns.find((column) => column.sort === sort.by)?.label;
  return [
    ...(text ? [say('print.searched', { text })] : []),
    ...filters.flatMap((filter) => chosenOf(filter, chosen[filter.field])),
    ...(sorted ? [say(sort.descending ? 'print.sortedDown' : 'print.sorted', { column: sorted })] : []),
  ];
}

function chosenOf(filter: Filter, values: string[] | undefined): string[] {
  if (!values || values.length === 0) return [];
  const labels = values.map((value) => filter.values.find((one) => one.value === value)?.label ?? value);
  return [say('print.filter', { field: filter.label, values: labels.join(', ') })];
}
