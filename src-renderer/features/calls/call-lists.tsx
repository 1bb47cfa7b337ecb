/** All call lists, open ones first, each with how far it is and what came of it. */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPhoneCall } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import { useMinute } from '#renderer/lib/use-minute.ts';
import { ListPage } from '#renderer/ui/list-page.tsx';
import type { CallListRow } from '#shared/contract/calls.ts';
import { callListColumns } from './call-list-columns.tsx';
import { useCallLists } from './call-list-store.ts';
import { thisMinute } from './call-words.ts';
import classes from './calls.module.css';
import { cutText } from '#renderer/ui/cut-text.tsx';
import compact from '#renderer/ui/compact-row.module.css';

export function CallLists({ selected }: { selected: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  useMinute();
  const { text, chosen, setText, setChosen } = useCallLists();
  const [searched] = useDebouncedValue(text.trim().slice(0, 200), 60);
  const which = chosen['which'] ?? [];
  const filter = {
    text: searched || undefined,
    closed: which.length === 1 ? which[0] === 'closed' : undefined,
  };
  const rows = useLiveWindow('calls', 'lists', { filter, now: thisMinute() });
  const columns = useMemo(() => callListColumns(format), [format]);
  return (
    <ListPage
      name="calls"
      title={t('calls.title')}
      count="calls.count"
      window={rows}
      columns={columns}
      selected={selected}
      compact={(row) => <CompactList row={row} />}
      search={{ text, onText: setText, label: t('calls.find'), clearLabel: t('calls.findClear') }}
      filters={[
        {
          field: 'which',
          label: t('calls.which'),
          values: [
            { value: 'open', label: t('calls.open') },
            { value: 'closed', label: t('calls.closed') },
          ],
        },
      ]}
      chosen={chosen}
      onChosen={setChosen}
      filtered={searched !== '' || which.length > 0}
      onClear={() => {
        setText('');
        setChosen({});
      }}
      create={{ label: t('calls.create') }}
      empty={{
        icon: <IconPhoneCall size={40} />,
        title: t('calls.emptyTitle'),
        text: t('calls.emptyText'),
        action: (
          <div className={classes.emptyActions}>
            <Button onClick={() => go('/calls/new')}>{t('calls.create')}</Button>
            <Button variant="subtle" onClick={() => go('/clients')}>
              {t('calls.toClients')}
            </Button>
          </div>
        ),
      }}
      noMatch={{ title: t('calls.nothingTitle'), text: t('calls.nothingText') }}
    />
  );
}

function CompactList({ row }: { row: CallListRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={compact.row}>
      {cutText(row.name)}
      <span className={classes.due} data-look={row.counts.due > 0 || undefined}>
        {row.closedAt === null ? `${t('calls.due')}: ${format.number(row.counts.due)}` : t('calls.closed')}
      </span>
      <span className={compact.soft}>
        {t('calls.appointed')}: {format.number(row.counts.appointed)}
      </span>
      <span className={`${compact.soft} ${compact.end}`}>{format.relative(row.createdAt)}</span>
    </div>
  );
}
