/** The columns that the list of promises can show. */
import type { Format } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { cutText } from '#renderer/ui/cut-text.tsx';
import type { Column } from '#renderer/ui/virtual-rows.tsx';
import type { PromiseRow } from '#shared/contract/promises.ts';
import { DueMark } from './due-mark.tsx';

export function promiseColumns(format: Format): Column<PromiseRow>[] {
  const label = (field: string) => fieldLabel('promise', field);
  return [
    {
      id: 'text',
      label: label('text'),
      width: 220,
      grow: 5,
      always: true,
      render: (row) => cutText(row.text),
    },
    { id: 'client', label: label('client'), width: 160, grow: 2, render: (row) => cutText(row.clientName) },
    {
      id: 'contact',
      label: label('contact'),
      width: 140,
      optional: true,
      render: (row) => cutText(row.contactName),
    },
    {
      id: 'member',
      label: label('member'),
      width: 140,
      roomFrom: 1000,
      render: (row) => cutText(row.memberName),
    },
    {
      id: 'department',
      label: label('department'),
      width: 120,
      roomFrom: 1180,
      render: (row) => cutText(row.department),
    },
    {
      id: 'promisedAt',
      label: label('promisedAt'),
      width: 120,
      optional: true,
      render: (row) => <span title={format.instant(row.promisedAt)}>{format.relative(row.promisedAt)}</span>,
      text: (row) => format.instant(row.promisedAt),
    },
    {
      id: 'due',
      label: label('dueOn'),
      width: 186,
      grow: 0,
      always: true,
      render: (row) => <DueMark promise={row} />,
      text: (row) =>
        row.state === 'open' ? format.day(row.dueOn) : choiceLabel('promise', 'state', row.state),
    },
  ];
}
