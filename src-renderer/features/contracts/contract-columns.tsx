/** The columns that the list of contracts can show. */
import type { Format } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel, say } from '#renderer/lib/i18n.ts';
import { cutText } from '#renderer/ui/cut-text.tsx';
import type { Column } from '#renderer/ui/virtual-rows.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import type { ContractRow } from '#shared/contract/contracts.ts';
import { NoticeDeadline } from './notice-deadline.tsx';

export function contractColumns(format: Format): Column<ContractRow>[] {
  const label = (field: string) => fieldLabel('contract', field);
  return [
    {
      id: 'deadline',
      label: say('contracts.deadlineShort'),
      width: 136,
      grow: 0,
      sort: 'deadline',
      always: true,
      render: (row) => <NoticeDeadline contract={row} />,
      text: (row) => format.day(row.noticeDeadline),
    },
    {
      id: 'title',
      label: label('title'),
      width: 200,
      grow: 3,
      sort: 'title',
      always: true,
      render: (row) => cutText(row.title),
    },
    { id: 'client', label: label('client'), width: 126, grow: 3, render: (row) => cutText(row.clientName) },
    {
      id: 'number',
      label: label('number'),
      width: 112,
      grow: 0,
      roomFrom: 1100,
      render: (row) => cutText(row.number),
    },
    {
      id: 'type',
      label: label('type'),
      width: 104,
      grow: 0,
      optional: true,
      render: (row) => choiceLabel('contract', 'type', row.type),
    },
    {
      id: 'status',
      label: label('status'),
      width: 106,
      grow: 0,
      render: (row) => choiceLabel('contract', 'status', row.status),
    },
    {
      id: 'startsOn',
      label: label('startsOn'),
      width: 116,
      grow: 0,
      roomFrom: 1100,
      align: 'end',
      render: (row) => format.day(row.startsOn),
    },
    {
      id: 'endsOn',
      label: label('endsOn'),
      width: 116,
      grow: 0,
      align: 'end',
      render: (row) => format.day(row.endsOn),
    },
    {
      id: 'progress',
      label: say('contracts.progressShort'),
      width: 112,
      grow: 0,
      render: (row) => <ProgressBar label={say('contracts.progress')} done={row.done} items={row.items} />,
      text: (row) => (row.items > 0 ? `${row.done}/${row.items}` : ''),
    },
  ];
}
