/** The due list of one side, in groups from late to undated; or what has been closed, newest first. */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import { useToday } from '#renderer/lib/use-today.ts';
import type { Filter } from '#renderer/ui/filter-chips.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import type { PromiseRow } from '#shared/contract/promises.ts';
import type { DueGroup } from '#shared/domain/promises/standing.ts';
import { PROMISE_STATES } from '#shared/entities/promises.ts';
import { DueMark } from './due-mark.tsx';
import { PROMISE_KEYS } from './promise-actions.ts';
import { promiseColumns } from './promise-columns.tsx';
import { promiseFilterOf, usePromiseList } from './promise-list-store.ts';
import { PromiseTabs } from './promise-tabs.tsx';
import { cutText } from '#renderer/ui/cut-text.tsx';
import compact from '#renderer/ui/compact-row.module.css';
import classes from './promises.module.css';

export function PromiseList({ selected }: { selected: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useToday();
  const [, go] = useLocation();
  const { side, text, chosen, setText, setChosen } = usePromiseList();
  const [searched] = useDebouncedValue(text, 60);
  const filter = useMemo(() => promiseFilterOf(side, searched, chosen), [side, searched, chosen]);
  const rows = useLiveWindow('promises', 'list', { filter, today });
  const isDueList = filter.state?.join() === 'open';
  const counted = useLive(
    'promises',
    'groups',
    { filter, today },
    { enabled: isDueList, keepPrevious: true },
  );
  const columns = useMemo(() => promiseColumns(format), [format]);
  const words: Record<DueGroup, string> = {
    late: t('promises.groups.late'),
    today: t('promises.groups.today'),
    week: t('promises.groups.week'),
    later: t('promises.groups.later'),
    undated: t('promises.groups.undated'),
  };
  const groups = counted.data?.map(({ group, count }) => ({
    label: words[group],
    count,
    late: group === 'late',
  }));
  const ours = side === 'ours';
  return (
    <ListPage
      name="promises"
      title={t('promises.title')}
      count="promises.count"
      window={rows}
      columns={columns}
      selected={selected}
      compact={(row) => <CompactPromise row={row} />}
      groups={isDueList ? groups : undefined}
      rowKeys={PROMISE_KEYS}
      tabs={<PromiseTabs requests={false} />}
      search={{ text, onText: setText, label: t('promises.find'), clearLabel: t('promises.findClear') }}
      filters={filters()}
      chosen={chosen}
      onChosen={setChosen}
      filtered={searched.trim() !== '' || Object.values(chosen).some((values) => values?.length)}
      onClear={() => {
        setText('');
        setChosen({});
      }}
      create={{ label: t('promises.create') }}
      empty={{
        icon: <IconHeartHandshake size={40} />,
        title: t(ours ? 'promises.emptyOurs' : 'promises.emptyTheirs'),
        text: t(ours ? 'promises.emptyOursText' : 'promises.emptyTheirsText'),
        action: (
          <div className={classes.emptyActions}>
            <Button onClick={() => go('/promises/new')}>{t('promises.create')}</Button>
            <Button
              variant="subtle"
              onClick={() => setChosen({ state: PROMISE_STATES.filter((state) => state !== 'open') })}
            >
              {t('promises.showClosed')}
            </Button>
          </div>
        ),
      }}
      noMatch={{ title: t('promises.nothingTitle'), text: t('promises.nothingText') }}
    />
  );

  function filters(): Filter[] {
    return [
      {
        field: 'state',
        label: fieldLabel('promise', 'state'),
        values: PROMISE_STATES.map((state) => ({
          value: state,
          label: choiceLabel('promise', 'state', state),
        })),
      },
      {
        field: 'mine',
        label: t('promises.mine'),
        values: [{ value: 'mine', label: t('promises.mineOnly') }],
      },
    ];
  }
}

function CompactPromise({ row }: { row: PromiseRow }) {
  return (
    <div className={compact.row}>
      {cutText(row.text)}
      <span className={compact.end}>
        <DueMark promise={row} />
      </span>
      <span className={compact.soft} title={row.clientName}>
        {[row.clientName, row.contactName].filter(Boolean).join(' · ')}
      </span>
      <span className={`${compact.soft} ${compact.end}`}>{row.department}</span>
    </div>
  );
}
