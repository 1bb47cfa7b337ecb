/** Nobody of the list is to be called at this moment. */
import { Button } from '@mantine/core';
import { IconCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type OutputOf, useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { CallListRow } from '#shared/contract/calls.ts';
import { closeList } from './call-page-head.tsx';
import { thisMinute } from './call-words.ts';
import { useMoment } from './use-moment.ts';

interface NobodyNowProps {
  list: OutputOf<'calls', 'get'>['list'];
  row: CallListRow;
}

export function NobodyNow({ list, row }: NobodyNowProps) {
  const { t } = useTranslation();
  const run = useRun();
  const moment = useMoment();
  const asked = { filter: { callList: list.id }, now: thisMinute(), limit: 1 };
  const [soonest] = useLive('calls', 'queue', asked, { keepPrevious: true }).data?.rows ?? [];
  if (row.counts.later === 0) {
    return (
      <EmptyState
        icon={<IconCheck size={40} />}
        title={t('calls.allSettled')}
        text={list.closedAt === null ? t('calls.allSettledText') : undefined}
        action={
          list.closedAt === null && <Button onClick={() => closeList(run, list)}>{t('calls.close')}</Button>
        }
      />
    );
  }
  const { clientName, nextAttemptAt } = soonest ?? {};
  return (
    <EmptyState
      icon={<IconClock size={40} />}
      title={t('calls.nowNobody')}
      text={
        clientName !== undefined && nextAttemptAt != null
          ? t('calls.nextAt', { client: clientName, when: moment(nextAttemptAt) })
          : undefined
      }
    />
  );
}
