/** The objection log, newest first, with its filters and the plot of how it ended. */
import { useDebouncedValue } from '@mantine/hooks';
import { IconFlag } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import type { Filter } from '#renderer/ui/filter-chips.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import type { ObjectionRow } from '#shared/contract/objections.ts';
import { OBJECTION_KINDS, OBJECTION_OUTCOMES } from '#shared/entities/objections.ts';
import { objectionColumns } from './objection-columns.tsx';
import { objectionFilterOf, useObjectionList } from './objection-list-store.ts';
import { cutText } from '#renderer/ui/cut-text.tsx';
import compact from '#renderer/ui/compact-row.module.css';
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
  const { text, chosen, setText, setChosen, clear } = useObjectionList();
  const [searched] = useDebouncedValue(text, 60);
  const filter = useMemo(() => objectionFilterOf(searched, chosen), [searched, chosen]);
  const rows = useLiveWindow('objections', 'list', { filter });
  const columns = useMemo(() => objectionColumns(format), [format]);
  const filters = useObjectionFilters();
  return (
    <ListPage
      name="objections"
      title={t('objections.title')}
      count="objections.count"
      window={rows}
      columns={columns}
      selected={selected}
      compact={(row) => <CompactObjection row={row} />}
      search={{ text, onText: setText, label: t('objections.find'), clearLabel: t('objections.findClear') }}
      filters={filters}
      chosen={chosen}
      onChosen={setChosen}
      filtered={Object.keys(filter).length > 0}
      onClear={clear}
      create={{ label: t('objections.create') }}
      above={withPlot && <OutcomePlot filter={filter} />}
      empty={{
        icon: <IconFlag size={40} />,
        title: t('objections.emptyTitle'),
        text: t('objections.emptyText'),
      }}
      noMatch={{ title: t('objections.nothingTitle'), text: t('objections.nothingText') }}
    />
  );
}

function useObjectionFilters(): Filter[] {
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
  return [
    choices('outcome', OBJECTION_OUTCOMES),
    choices('kind', OBJECTION_KINDS),
    used('product', products),
    used('competitor', competitors),
  ];
}

function CompactObjection({ row }: { row: ObjectionRow }) {
  const format = useFormat();
  return (
    <div className={compact.row}>
      {cutText(row.text)}
      <span className={compact.end}>
        <OutcomeMark outcome={row.outcome} />
      </span>
      <span className={compact.soft} title={row.clientName}>
        {[row.clientName, choiceLabel('objection', 'kind', row.kind)].filter(Boolean).join(' · ')}
      </span>
      <span className={`${compact.soft} ${compact.end}`}>{format.relative(row.raisedAt)}</span>
    </div>
  );
}
