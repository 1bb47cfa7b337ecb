/** Contracts by the last day on which notice may be given: what needs a decision soonest stands first. */
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileText } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import type { Filter } from '#renderer/ui/filter-chips.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import type { ContractRow } from '#shared/contract/contracts.ts';
import { CONTRACT_STATUSES, CONTRACT_TYPES } from '#shared/entities/contracts.ts';
import { contractColumns } from './contract-columns.tsx';
import { type ContractSort, contractFilterOf, HORIZONS, useContractList } from './contract-list-store.ts';
import { cutText } from '#renderer/ui/cut-text.tsx';
import compact from '#renderer/ui/compact-row.module.css';
import { NoticeDeadline } from './notice-deadline.tsx';

export function ContractList({ selected }: { selected: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { text, chosen, sort, setText, setChosen, setSort, clear } = useContractList();
  const [searched] = useDebouncedValue(text, 60);
  const filter = useMemo(() => contractFilterOf(searched, chosen, today()), [searched, chosen]);
  const rows = useLiveWindow('contracts', 'list', { filter, sort });
  const columns = useMemo(() => contractColumns(format), [format]);
  const filters = useContractFilters();
  return (
    <ListPage
      name="contracts"
      title={t('contracts.title')}
      count="contracts.count"
      window={rows}
      columns={columns}
      selected={selected}
      sort={{ by: sort, descending: false }}
      onSort={({ by }) => setSort(by as ContractSort)}
      compact={(row) => <CompactContract row={row} />}
      search={{ text, onText: setText, label: t('contracts.find'), clearLabel: t('contracts.findClear') }}
      filters={filters}
      chosen={chosen}
      onChosen={setChosen}
      filtered={Object.keys(filter).length > 0}
      onClear={clear}
      create={{ label: t('contracts.create') }}
      empty={{
        icon: <IconFileText size={40} />,
        title: t('contracts.emptyTitle'),
        text: t('contracts.emptyText'),
      }}
      noMatch={{ title: t('contracts.nothingTitle'), text: t('contracts.nothingText') }}
    />
  );
}

function useContractFilters(): Filter[] {
  const { t } = useTranslation();
  const choices = (field: 'status' | 'type', values: readonly string[]): Filter => ({
    field,
    label: fieldLabel('contract', field),
    values: values.map((value) => ({ value, label: choiceLabel('contract', field, value) })),
  });
  return [
    {
      field: 'notice',
      label: t('contracts.deadlineShort'),
      values: HORIZONS.map((days) => ({ value: days, label: t('contracts.within', { days }) })),
    },
    choices('status', CONTRACT_STATUSES),
    choices('type', CONTRACT_TYPES),
  ];
}

function CompactContract({ row }: { row: ContractRow }) {
  const { t } = useTranslation();
  return (
    <div className={compact.row}>
      {cutText(row.title)}
      <span className={compact.end}>
        <NoticeDeadline contract={row} />
      </span>
      <span className={compact.soft} title={row.clientName}>
        {row.clientName} · {choiceLabel('contract', 'status', row.status)}
      </span>
      <ProgressBar label={t('contracts.progress')} done={row.done} items={row.items} />
    </div>
  );
}
