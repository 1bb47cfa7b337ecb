/** All of those who have not heard of us for longer than their rhythm; there may be a hundred thousand. */
import { IconMoodSmile } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type Format, useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel, say } from '#renderer/lib/i18n.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import { cutText } from '#renderer/ui/cut-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Plural } from '#renderer/ui/plural.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { type Column, VirtualRows } from '#renderer/ui/virtual-rows.tsx';
import type { QuietClient } from '#shared/contract/day.ts';
import classes from './day.module.css';
import type { Here } from './use-day.ts';

export function ListOfQuiet({ here }: { here: Here }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const format = useFormat();
  const rows = useLiveWindow('day', 'quiet', here);
  const columns = useMemo(() => quietColumns(format), [format]);
  if (rows.error) return <Sentence error={rows.error} />;
  if (rows.total === 0) {
    return (
      <EmptyState
        icon={<IconMoodSmile size={40} />}
        title={t('day.noQuietTitle')}
        text={t('day.noQuietText')}
      />
    );
  }
  return (
    <>
      <p className={classes.lead}>
        {rows.total !== undefined && <Plural of="day.quietCount" count={rows.total} />} {t('day.quietHint')}
      </p>
      <div className={classes.rows}>
        <VirtualRows
          label={t('day.quiet')}
          window={rows}
          columns={columns}
          rowId={(row) => row.id}
          onOpen={(row) => go(`/clients/${row.id}`)}
          autoFocus
        />
      </div>
    </>
  );
}

function quietColumns(format: Format): Column<QuietClient>[] {
  return [
    {
      id: 'name',
      label: fieldLabel('client', 'name'),
      width: 200,
      grow: 4,
      render: (row) => cutText(row.name),
    },
    {
      id: 'tier',
      label: fieldLabel('client', 'tier'),
      width: 84,
      grow: 0,
      render: (row) => choiceLabel('client', 'tier', row.tier),
    },
    {
      id: 'town',
      label: fieldLabel('client', 'town'),
      width: 120,
      grow: 2,
      render: (row) => cutText(row.town),
    },
    {
      id: 'last',
      label: say('day.lastContactColumn'),
      width: 140,
      render: (row) =>
        row.lastContactAt === null ? say('day.neverContacted') : format.relative(row.lastContactAt),
    },
    {
      id: 'overdue',
      label: say('day.overdueColumn'),
      width: 110,
      grow: 0,
      align: 'end',
      render: (row) => say('day.days', { count: row.overdue, number: format.number(row.overdue) }),
    },
  ];
}
