/** Today on one screen: on the left what happens and where, on the right what asks for attention. */
import { Button, Group } from '@mantine/core';
import { IconCalendarPlus, IconSunHigh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type OutputOf, useLive } from '#renderer/lib/live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { Calls, Deadlines, Drafts } from './attention.tsx';
import classes from './day.module.css';
import type { DayScreenProps } from './day-screen.tsx';
import { DutyList } from './duty-list.tsx';
import { NextUp } from './next-up.tsx';
import { Programme } from './programme.tsx';
import { QuietShort } from './quiet-short.tsx';
import { ReminderList } from './reminder-list.tsx';
import { RoutePanel } from './route-panel.tsx';
import type { Here } from './use-day.ts';

export type Overview = OutputOf<'day', 'overview'>;

export function Today({ here, onRecord }: { here: Here } & DayScreenProps) {
  const overview = useLive('day', 'overview', here, { keepPrevious: true });
  const quiet = useLive('day', 'quiet', { ...here, limit: 6 }, { keepPrevious: true });
  const reminders = useLive('day', 'reminders', {}).data?.rows ?? [];
  if (overview.error) return <Sentence error={overview.error} onRetry={() => void overview.refetch()} />;
  const day = overview.data;
  if (!day || !quiet.data) return <Loading m="md" />;
  if (reminders.length === 0 && isEmpty(day) && quiet.data.total === 0) return <NothingToday />;
  return (
    <div className={classes.scroll}>
      <div className={classes.columns}>
        <div className={classes.column}>
          <ReminderList rows={reminders} here={here} />
          <NextUp meetings={day.meetings} here={here} onRecord={onRecord} />
          <Programme day={day} here={here} />
          {day.route && <RoutePanel route={day.route} meetings={day.meetings} />}
        </div>
        <div className={classes.column}>
          <DutyList of="late" duties={day.late} total={day.lateTotal} here={here} />
          <DutyList of="today" duties={day.today} total={day.todayTotal} here={here} />
          <Calls calls={day.calls} total={day.callsTotal} here={here} />
          <Deadlines deadlines={day.deadlines} here={here} />
          <Drafts drafts={day.drafts} />
          <QuietShort rows={quiet.data.rows} total={quiet.data.total} />
        </div>
      </div>
    </div>
  );
}

function isEmpty(day: Overview): boolean {
  const { meetings, visits, late, today, calls, deadlines, drafts } = day;
  return [meetings, visits, late, today, calls, deadlines, drafts].every((part) => part.length === 0);
}

function NothingToday() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconSunHigh size={40} />}
      title={t('day.emptyTitle')}
      text={t('day.emptyText')}
      action={
        <Group gap="xs" justify="center">
          <Button component={Link} href="/meetings/new" leftSection={<IconCalendarPlus size={16} />}>
            {t('day.plan')}
          </Button>
          <Button component={Link} href="/clients" variant="default">
            {t('app.toClients')}
          </Button>
        </Group>
      }
    />
  );
}
