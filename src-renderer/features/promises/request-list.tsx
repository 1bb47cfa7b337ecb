/** Requests to departments: what waits for an answer, by its day; and how long answers take. */
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuildingWarehouse } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '#renderer/lib/format.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import { useToday } from '#renderer/lib/use-today.ts';
import { cutText } from '#renderer/ui/cut-text.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import type { Column } from '#renderer/ui/virtual-rows.tsx';
import type { RequestRow } from '#shared/contract/promises.ts';
import { AnswerPlot } from './answer-plot.tsx';
import { requestFilterOf, usePromiseList } from './promise-list-store.ts';
import { PromiseTabs } from './promise-tabs.tsx';
import compact from '#renderer/ui/compact-row.module.css';
import { RequestDue } from './request-card.tsx';

export function RequestList({ selected, withPlot }: { selected: string | null; withPlot: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useToday();
  const list = usePromiseList();
  const { requestText: text, requestChosen: chosen } = list;
  const [searched] = useDebouncedValue(text, 60);
  const filter = useMemo(() => requestFilterOf(searched, chosen), [searched, chosen]);
  const rows = useLiveWindow('departmentRequests', 'list', { filter, today });
  const departments = useLive('promises', 'departments', {}).data ?? [];
  const columns = useMemo(() => requestColumns(format), [format]);
  return (
    <ListPage
      name="requests"
      path="/promises/requests"
      title={t('promises.requests')}
      count="promises.requestCount"
      window={rows}
      columns={columns}
      selected={selected}
      compact={(row) => <CompactRequest row={row} />}
      tabs={<PromiseTabs requests />}
      search={{
        text,
        onText: list.setRequestText,
        label: t('promises.requestFind'),
        clearLabel: t('promises.findClear'),
      }}
      filters={[
        {
          field: 'state',
          label: t('promises.requestState'),
          values: [
            { value: 'open', label: t('promises.waiting') },
            { value: 'answered', label: t('promises.answered') },
          ],
        },
        {
          field: 'department',
          label: fieldLabel('departmentRequest', 'department'),
          values: departments.map((value) => ({ value, label: value })),
        },
        {
          field: 'mine',
          label: t('promises.mine'),
          values: [{ value: 'mine', label: t('promises.mineOnly') }],
        },
      ]}
      chosen={chosen}
      onChosen={list.setRequestChosen}
      filtered={searched.trim() !== '' || Object.values(chosen).some((values) => values?.length)}
      onClear={() => {
        list.setRequestText('');
        list.setRequestChosen({});
      }}
      create={{ label: t('promises.newRequest') }}
      above={withPlot && <AnswerPlot />}
      empty={{
        icon: <IconBuildingWarehouse size={40} />,
        title: t('promises.requestEmpty'),
        text: t('promises.requestEmptyText'),
      }}
      noMatch={{ title: t('promises.requestNothing'), text: t('promises.nothingText') }}
    />
  );
}

function requestColumns(format: Format): Column<RequestRow>[] {
  const label = (field: string) => fieldLabel('departmentRequest', field);
  return [
    {
      id: 'department',
      label: label('department'),
      width: 140,
      grow: 1,
      render: (row) => cutText(row.department),
    },
    {
      id: 'text',
      label: label('text'),
      width: 220,
      grow: 4,
      always: true,
      render: (row) => cutText(row.text),
    },
    { id: 'client', label: label('client'), width: 160, grow: 2, render: (row) => cutText(row.clientName) },
    {
      id: 'askedBy',
      label: label('askedBy'),
      width: 140,
      roomFrom: 1100,
      render: (row) => cutText(row.askedByName),
    },
    {
      id: 'askedAt',
      label: label('askedAt'),
      width: 120,
      roomFrom: 900,
      render: (row) => <span title={format.instant(row.askedAt)}>{format.relative(row.askedAt)}</span>,
      text: (row) => format.instant(row.askedAt),
    },
    {
      id: 'due',
      label: label('answerBy'),
      width: 150,
      grow: 0,
      always: true,
      render: (row) => (row.answeredAt === null ? <RequestDue request={row} /> : <Answered />),
      text: (row) => format.day(row.answerBy),
    },
  ];
}

function Answered() {
  const { t } = useTranslation();
  return <span className={compact.soft}>{t('promises.answered')}</span>;
}

function CompactRequest({ row }: { row: RequestRow }) {
  return (
    <div className={compact.row}>
      {cutText(row.text)}
      <span className={compact.end}>
        {row.answeredAt === null ? <RequestDue request={row} /> : <Answered />}
      </span>
      <span className={compact.soft} title={row.clientName}>
        {[row.department, row.clientName].join(' · ')}
      </span>
    </div>
  );
}
