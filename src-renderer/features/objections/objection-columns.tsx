/** The columns that the objection log can show. */
import type { Format } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { cutText } from '#renderer/ui/cut-text.tsx';
import type { Column } from '#renderer/ui/virtual-rows.tsx';
import type { ObjectionRow } from '#shared/contract/objections.ts';
import { OutcomeMark } from './outcome-mark.tsx';

export function objectionColumns(format: Format): Column<ObjectionRow>[] {
  const label = (field: string) => fieldLabel('objection', field);
  return [
    {
      id: 'raisedAt',
      label: label('raisedAt'),
      width: 120,
      grow: 0,
      render: (row) => <span title={format.instant(row.raisedAt)}>{format.relative(row.raisedAt)}</span>,
      text: (row) => format.instant(row.raisedAt),
    },
    {
      id: 'text',
      label: label('text'),
      width: 180,
      grow: 5,
      always: true,
      render: (row) => cutText(row.text),
    },
    { id: 'client', label: label('client'), width: 160, grow: 2, render: (row) => cutText(row.clientName) },
    {
      id: 'contact',
      label: label('contact'),
      width: 130,
      optional: true,
      render: (row) => cutText(row.contactName),
    },
    {
      id: 'kind',
      label: label('kind'),
      width: 112,
      grow: 0,
      render: (row) => choiceLabel('objection', 'kind', row.kind),
    },
    {
      id: 'product',
      label: label('product'),
      width: 96,
      grow: 1,
      roomFrom: 1300,
      render: (row) => cutText(row.product),
    },
    {
      id: 'competitor',
      label: label('competitor'),
      width: 112,
      grow: 1,
      roomFrom: 1100,
      render: (row) => cutText(row.competitor),
    },
    {
      id: 'answer',
      label: label('answer'),
      width: 200,
      grow: 3,
      optional: true,
      render: (row) => cutText(row.answer),
    },
    {
      id: 'followUpOn',
      label: label('followUpOn'),
      width: 110,
      optional: true,
      align: 'end',
      render: (row) => format.day(row.followUpOn),
    },
    {
      id: 'outcome',
      label: label('outcome'),
      width: 186,
      grow: 0,
      always: true,
      render: (row) => <OutcomeMark outcome={row.outcome} />,
      text: (row) => choiceLabel('objection', 'outcome', row.outcome),
    },
  ];
}
