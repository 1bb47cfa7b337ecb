/** Contracts by the last day on which notice may be given: what needs a decision soonest stands first. */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileText, IconFilterOff, IconPlus } from '@tabler/icons-react';
import { type RefObject, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { today, useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { type Filter, FilterChips } from '#renderer/ui/filter-chips.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Plural } from '#renderer/ui/plural.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { VirtualRows } from '#renderer/ui/virtual-rows.tsx';
import type { ContractRow } from '#shared/contract/contracts.ts';
import { CONTRACT_STATUSES, CONTRACT_TYPES } from '#shared/entities/contracts.ts';
import { ChecklistBar } from './checklist-bar.tsx';
import { contractColumns } from './contract-columns.tsx';
import { type ContractSort, contractFilterOf, HORIZONS, useContractList } from './contract-list-store.ts';
import classes from './contracts.module.css';
import { NoticeDeadline } from './notice-deadline.tsx';

export function ContractList({ selected }: { selected: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const { text, chosen, sort, setSort, clear } = useContractList();
  const [searched] = useDebouncedValue(text, 60);
  const filter = useMemo(() => contractFilterOf(searched, chosen, today()), [searched, chosen]);
  const rows = useLiveWindow('contracts', 'list', { filter, sort });
  const columns = useMemo(() => contractColumns(format), [format]);
  const input = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useShortcuts({ '/': () => input.current?.select() });

  const filtered = Object.keys(filter).length > 0;
  const none = rows.total === 0 && !rows.stale;
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => go('/contracts/new')}>
      {t('contracts.create')}
    </Button>
  );
  return (
    <PageFrame
      title={t('contracts.title')}
      aside={
        rows.total !== undefined && (
          <span role="status">
            <Plural of="contracts.count" count={rows.total} />
          </span>
        )
      }
      actions={none && !filtered ? null : create}
    >
      {!(none && !filtered) && (
        <ContractFilters
          inputRef={input}
          onToRows={() => body.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()}
        />
      )}
      {rows.error && <Sentence error={rows.error} />}
      {none && !filtered && (
        <EmptyState
          icon={<IconFileText size={40} />}
          title={t('contracts.emptyTitle')}
          text={t('contracts.emptyText')}
          action={create}
        />
      )}
      {none && filtered && (
        <EmptyState
          icon={<IconFilterOff size={32} />}
          title={t('contracts.nothingTitle')}
          text={t('contracts.nothingText')}
          action={
            <Button variant="light" onClick={clear}>
              {t('common.filtersClear')}
            </Button>
          }
        />
      )}
      {!none && (
        <div className={classes.rows} ref={body}>
          <VirtualRows
            label={t('contracts.title')}
            window={rows}
            columns={columns}
            columnsKey="contracts"
            rowId={(row) => row.id}
            onOpen={(row) => go(`/contracts/${row.id}`)}
            selected={selected}
            sort={{ by: sort, descending: false }}
            onSort={({ by }) => setSort(by as ContractSort)}
            compact={(row) => <CompactContract row={row} />}
            autoFocus
          />
        </div>
      )}
    </PageFrame>
  );
}

function ContractFilters({
  inputRef,
  onToRows,
}: {
  inputRef: RefObject<HTMLInputElement | null>;
  onToRows(): void;
}) {
  const { t } = useTranslation();
  const { text, chosen, setText, setChosen } = useContractList();
  const choices = (field: 'status' | 'type', values: readonly string[]): Filter => ({
    field,
    label: fieldLabel('contract', field),
    values: values.map((value) => ({ value, label: choiceLabel('contract', field, value) })),
  });
  const filters: Filter[] = [
    {
      field: 'notice',
      label: t('contracts.deadlineShort'),
      values: HORIZONS.map((days) => ({ value: days, label: t('contracts.within', { days }) })),
    },
    choices('status', CONTRACT_STATUSES),
    choices('type', CONTRACT_TYPES),
  ];
  return (
    <div className={classes.tools}>
      <ListSearch
        inputRef={inputRef}
        className={classes.search}
        text={text}
        onText={setText}
        label={t('contracts.find')}
        clearLabel={t('contracts.findClear')}
        onToRows={onToRows}
      />
      <div className={classes.chips}>
        <FilterChips filters={filters} selected={chosen} onChange={setChosen} />
      </div>
    </div>
  );
}

function CompactContract({ row }: { row: ContractRow }) {
  return (
    <div className={classes.compact}>
      <span className={classes.cut} title={row.title}>
        {row.title}
      </span>
      <span className={classes.end}>
        <NoticeDeadline contract={row} />
      </span>
      <span className={classes.soft} title={row.clientName}>
        {row.clientName} · {choiceLabel('contract', 'status', row.status)}
      </span>
      <ChecklistBar done={row.done} items={row.items} />
    </div>
  );
}
