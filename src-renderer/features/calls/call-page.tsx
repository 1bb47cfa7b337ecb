/** One list, called through: the queue, and whom one is calling. */
import { Button } from '@mantine/core';
import { IconPhoneOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useLive } from '#renderer/lib/live.ts';
import { useMinute } from '#renderer/lib/use-minute.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { AddOne } from './add-one.tsx';
import type { AskedTime } from './appointment-form.tsx';
import { CallPageHead } from './call-page-head.tsx';
import { CallQueue } from './call-queue.tsx';
import { CallTarget } from './call-target.tsx';
import { thisMinute } from './call-words.ts';
import classes from './calls.module.css';
import { NobodyNow } from './nobody-now.tsx';

interface CallPageProps {
  id: string;
  /** Null: whoever comes first. */
  target: string | null;
  conflicts(time: AskedTime): ReactNode;
}

export function CallPage({ id, target, conflicts }: CallPageProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  useMinute();
  const page = useLive('calls', 'get', { id, now: thisMinute() }, { keepPrevious: true });
  if (page.error && 'code' in page.error && page.error.code === 'NOT_FOUND') {
    return (
      <EmptyState
        icon={<IconPhoneOff size={32} />}
        title={t('calls.gone')}
        text={t('calls.goneText')}
        action={
          <Button component={Link} href="/calls" variant="light">
            {t('calls.toLists')}
          </Button>
        }
      />
    );
  }
  if (page.error) return <Sentence error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Loading size="sm" m="md" />;
  const { list, row, first } = page.data;
  const current = target ?? first;
  const next = (to: string | null) => go(to ? `/calls/${id}/${to}` : `/calls/${id}`);
  return (
    <section className={classes.page} aria-label={list.name}>
      <CallPageHead list={list} row={row} />
      {row.total === 0 ? (
        <EmptyState
          icon={<IconPhoneOff size={40} />}
          title={t('calls.nobodyTitle')}
          text={t('calls.nobodyText')}
          action={
            <div className={classes.emptyActions}>
              <Button component={Link} href="/clients">
                {t('calls.toClients')}
              </Button>
              {list.closedAt === null && <AddOne list={id} />}
            </div>
          }
        />
      ) : (
        <div className={classes.calling}>
          <CallQueue list={id} row={row} selected={current} onOpen={next} />
          {current ? (
            <CallTarget key={current} id={current} onNext={next} conflicts={conflicts} />
          ) : (
            <NobodyNow list={list} row={row} />
          )}
        </div>
      )}
    </section>
  );
}
