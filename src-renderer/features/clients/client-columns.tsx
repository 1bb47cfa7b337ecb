/** The columns that the list of clients can show. */
import { Text } from '@mantine/core';
import { type Format, useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel, say } from '#renderer/lib/i18n.ts';
import { cutText } from '#renderer/ui/cut-text.tsx';
import type { Column } from '#renderer/ui/virtual-rows.tsx';
import type { ClientRow } from '#shared/contract/clients.ts';

export function clientColumns(format: Format): Column<ClientRow>[] {
  const label = (field: string) => fieldLabel('client', field);
  return [
    {
      id: 'name',
      label: label('name'),
      width: 200,
      grow: 4,
      sort: 'name',
      always: true,
      render: (row) => cutText(row.name),
    },
    {
      id: 'town',
      label: label('town'),
      width: 120,
      grow: 2,
      sort: 'town',
      render: (row) => cutText(row.town),
    },
    { id: 'ico', label: label('ico'), width: 92, grow: 0, render: (row) => row.ico },
    {
      id: 'status',
      label: label('status'),
      width: 92,
      grow: 0,
      render: (row) => choiceLabel('client', 'status', row.status),
    },
    {
      id: 'tier',
      label: label('tier'),
      width: 84,
      grow: 0,
      render: (row) => choiceLabel('client', 'tier', row.tier),
    },
    { id: 'segment', label: label('segment'), width: 100, grow: 2, render: (row) => cutText(row.segment) },
    {
      id: 'source',
      label: label('source'),
      width: 120,
      optional: true,
      render: (row) => cutText(row.source),
    },
    {
      id: 'owner',
      label: label('owner'),
      width: 120,
      optional: true,
      render: (row) => cutText(row.ownerName),
    },
    {
      id: 'territory',
      label: label('territory'),
      width: 110,
      optional: true,
      render: (row) => cutText(row.territory),
    },
    {
      id: 'country',
      label: label('country'),
      width: 110,
      optional: true,
      render: (row) => cutText(format.country(row.country)),
    },
    {
      id: 'phones',
      label: say('clients.phone'),
      width: 150,
      grow: 0,
      render: (row) => cutText(row.phones?.[0] && format.phone(row.phones[0].value)),
      text: (row) => (row.phones ?? []).map((phone) => format.phone(phone.value)).join(', '),
    },
    {
      id: 'emails',
      label: say('clients.email'),
      width: 170,
      optional: true,
      render: (row) => cutText(row.emails?.[0]?.value),
    },
    { id: 'web', label: label('web'), width: 140, optional: true, render: (row) => cutText(row.web) },
    {
      id: 'lastContact',
      label: say('clients.lastContact'),
      width: 126,
      grow: 0,
      align: 'end',
      render: (row) => <LastContact at={row.lastContactAt} />,
      text: (row) => format.instant(row.lastContactAt),
    },
  ];
}

export function LastContact({ at }: { at: number | null }) {
  const format = useFormat();
  if (at === null) return null;
  return (
    <Text span inherit title={format.instant(at)}>
      {format.relative(at)}
    </Text>
  );
}
