/** The columns of the list of call lists. */
import { Badge } from '@mantine/core';
import type { Format } from '#renderer/lib/format.ts';
import { fieldLabel, say } from '#renderer/lib/i18n.ts';
import { cutText } from '#renderer/ui/cut-text.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import type { Column } from '#renderer/ui/virtual-rows.tsx';
import type { CallCounts, CallListRow } from '#shared/contract/calls.ts';
import { settledOf } from './call-words.ts';
import classes from './calls.module.css';

export function callListColumns(format: Format): Column<CallListRow>[] {
  const counted = (field: keyof CallCounts, label: string, more = {}): Column<CallListRow> => ({
    id: field,
    label,
    width: 96,
    align: 'end',
    tabular: true,
    render: (row) => <Count row={row} field={field} format={format} />,
    text: (row) => format.number(row.counts[field]),
    ...more,
  });
  return [
    {
      id: 'name',
      label: fieldLabel('callList', 'name'),
      width: 200,
      grow: 3,
      always: true,
      render: (row) => (
        <span className={classes.listName}>
          {cutText(row.name)}
          {row.closedAt !== null && (
            <Badge variant="default" tt="none" fw={500} flex="none">
              {say('calls.closed')}
            </Badge>
          )}
        </span>
      ),
      text: (row) => row.name,
    },
    counted('due', say('calls.due')),
    counted('later', say('calls.later'), { roomFrom: 900 }),
    counted('appointed', say('calls.appointed'), { width: 104 }),
    counted('done', say('calls.done'), { roomFrom: 980 }),
    counted('refused', say('calls.refused'), { roomFrom: 900 }),
    counted('unreachable', say('calls.unreachable'), { width: 130, optional: true }),
    {
      id: 'attempts',
      label: say('calls.madeCalls'),
      width: 80,
      align: 'end',
      tabular: true,
      optional: true,
      render: (row) => format.number(row.attempts),
    },
    {
      id: 'progress',
      label: say('calls.progress'),
      width: 150,
      grow: 0,
      render: (row) => <ProgressBar label={say('calls.progress')} done={settledOf(row)} items={row.total} />,
      text: (row) => `${settledOf(row)}/${row.total}`,
    },
  ];
}

interface CountProps {
  row: CallListRow;
  field: keyof CallCounts;
  format: Format;
}

/** Of a closed list nobody is to be called. */
function Count({ row: { counts, closedAt }, field, format }: CountProps) {
  const isOver = closedAt !== null && (field === 'due' || field === 'later');
  const isQuiet = isOver || counts[field] === 0;
  return <span className={isQuiet ? classes.none : undefined}>{format.number(counts[field])}</span>;
}
