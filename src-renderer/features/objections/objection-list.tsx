/** The objection log, newest first, with its filters and the plot of how it ended. */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFilterOff, IconFlag, IconPlus } from '@tabler/icons-react';
import { type RefObject, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { type Filter, FilterChips } from '#renderer/ui/filter-chips.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Plural } from '#renderer/ui/plural.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { VirtualRows } from '#renderer/ui/virtual-rows.tsx';
import type { ObjectionRow } from '#shared/contract/objections.ts';
import { OBJECTION_KINDS, OBJECTION_OUTCOMES } from '#shared/entities/objections.ts';
import { objectionColumns } from './objection-columns.tsx';
import { objectionFilterOf, useObjectionList } from './objection-list-store.ts';
import classes from './objections.module.css';
import { OutcomeMark } from './outcome-mark.tsx';
import { OutcomePlot } from './outcome-plot.tsx';

interface ObjectionListProps {
  selected: string | null;
  /** Beside an open objection there is no room for the plot. */
  withPlot: boolean;
}

export function ObjectionList({ selected, withPlot }: ObjectionListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const { text, chosen, clear } = useObjectionList();
  const [searched] = useDebouncedValue(text, 60);
  const filter = useMemo(() => objectionFilterOf(searched, chosen), [searched, chosen]);
  const rows = useLiveWindow('objections', 'list', { filter });
  const columns = useMemo(() => objectionColumns(format), [format]);
  const input = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useShortcuts({ '/': () => input.current?.select() });

  const filtered = Object.keys(filter).length > 0;
  const none = rows.total === 0 && !rows.stale;
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => go('/objections/new')}>
      {t('objections.create')}
    </Button>
  );
  return (
    <PageFrame
      title={t('objections.title')}
      aside={
        rows.total !== undefined && (
          <span role="status">
            <Plural of="objections.count" count={rows.total} />
          </span>
        )
      }
      actions={none && !filtered ? null : create}
    >
      {!(none && !filtered) && (
        <ObjectionFilters
          inputRef={input}
          onToRows={() => body.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()}
        />
      )}
      {withPlot && !none && <OutcomePlot filter={filter} />}
      {rows.error && <Sentence error={rows.error} />}
      {none && !filtered && (
        <EmptyState
          icon={<IconFlag size={40} />}
          title={t('objections.emptyTitle')}
          text={t('objections.emptyText')}
          action={create}
        />
      )}
      {none && filtered && (
        <EmptyState
          icon={<IconFilterOff size={32} />}
          title={t('objections.nothingTitle')}
          text={t('objections.nothingText')}
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
            label={t('objections.title')}
            window={rows}
            columns={columns}
            columnsKey="objections"
            rowId={(row) => row.id}
            onOpen={(row) => go(`/objections/${row.id}`)}
            selected={selected}
            compact={(row) => <CompactObjection row={row} />}
            autoFocus
          />
        </div>
      )}
    </PageFrame>
  );
}

function ObjectionFilters({
  inputRef,
  onToRows,
}: {
  inputRef: RefObject<HTMLInputElement | null>;
  onToRows(): void;
}) {
  const { t } = useTranslation();
  const { text, chosen, setText, setChosen } = useObjectionList();
  const products = useLive('objections', 'suggest', { field: 'product', text: '' }).data ?? [];
  const competitors = useLive('objections', 'suggest', { field: 'competitor', text: '' }).data ?? [];
  const choices = (field: 'outcome' | 'kind', values: readonly string[]): Filter => ({
    field,
    label: fieldLabel('objection', field),
    values: values.map((value) => ({ value, label: choiceLabel('objection', field, value) })),
  });
  const used = (field: 'product' | 'competitor', values: string[]): Filter => ({
    field,
    label: fieldLabel('objection', field),
    values: values.map((value) => ({ value, label: value })),
  });
  return (
    <div className={classes.tools}>
      <ListSearch
        inputRef={inputRef}
        className={classes.search}
        text={text}
        onText={setText}
        label={t('objections.find')}
        clearLabel={t('objections.findClear')}
        onToRows={onToRows}
      />
      <div className={classes.chips}>
        <FilterChips
          filters={[
            choices('outcome', OBJECTION_OUTCOMES),
            choices('kind', OBJECTION_KINDS),
            used('product', products),
            used('competitor', competitors),
          ]}
          selected={chosen}
          onChange={setChosen}
        />
      </div>
    </div>
  );
}

function CompactObjection({ row }: { row: ObjectionRow }) {
  const format = useFormat();
  return (
    <div className={classes.compact}>
      <span className={classes.cut} title={row.text}>
        {row.text}
      </span>
      <span className={classes.end}>
        <OutcomeMark outcome={row.outcome} />
      </span>
      <span className={classes.soft} title={row.clientName}>
        {[row.clientName, choiceLabel('objection', 'kind', row.kind)].filter(Boolean).join(' · ')}
      </span>
      <span className={`${classes.soft} ${classes.end}`}>{format.relative(row.raisedAt)}</span>
    </div>
  );
}
