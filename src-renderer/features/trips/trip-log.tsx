/** The log of one month: its visits without a trip, its trips by day, and what they add up to. */
import { Button, Group, Select } from '@mantine/core';
import { IconCar, IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useLive } from '#renderer/lib/live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Plural } from '#renderer/ui/plural.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { ExportMenu } from './export-menu.tsx';
import { MonthChooser } from './month-chooser.tsx';
import { useMonthName } from './month-name.ts';
import { useTripLog } from './trip-log-store.ts';
import { TripSums } from './trip-sums.tsx';
import { TripTable } from './trip-table.tsx';
import classes from './trips.module.css';
import { VisitsWithoutTrip } from './visits-without-trip.tsx';

interface TripLogProps {
  selected: string | null;
  /** A trip stands beside: there is no room for the sums. */
  narrow: boolean;
}

export function TripLog({ selected, narrow }: TripLogProps) {
  const { t } = useTranslation();
  const nameOf = useMonthName();
  const { month, member, setMonth, setMember } = useTripLog();
  const log = useLive('trips', 'month', { month, ...(member && { member }) }, { keepPrevious: true });
  const body = useRef<HTMLDivElement>(null);
  const move = (step: number) => {
    const all = [...(body.current?.querySelectorAll<HTMLElement>('[data-trip]') ?? [])];
    const here = all.findIndex((one) => one === document.activeElement);
    all[here < 0 ? 0 : Math.min(Math.max(here + step, 0), all.length - 1)]?.focus();
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) });
  const { data } = log;
  const isMine = member === null || member === data?.drivers[0]?.id;

  return (
    <PageFrame
      title={t('trips.title')}
      scroll
      aside={
        data && (
          <span role="status">
            <Plural of="trips.count" count={data.rows.length} />
          </span>
        )
      }
      actions={
        // An empty month offers its first step in the middle of the screen.
        narrow || !data?.rows.length ? null : (
          <Group gap={8} wrap="nowrap">
            <ExportMenu month={month} monthName={nameOf(month)} member={member} />
            <NewTrip />
          </Group>
        )
      }
    >
      <div ref={body} className={classes.log}>
        <div className={classes.column}>
          <Group gap={8}>
            <MonthChooser month={month} onChoose={setMonth} />
            {data && data.drivers.length > 1 && (
              <Select
                aria-label={t('fields.trip.member')}
                w={200}
                data={data.drivers.map(({ id, name }) => ({ value: id, label: name }))}
                value={data.member}
                allowDeselect={false}
                onChange={setMember}
              />
            )}
          </Group>
          {log.error && <Sentence error={log.error} onRetry={() => void log.refetch()} />}
          {!data && !log.error && <Loading size="sm" />}
          {data && isMine && <VisitsWithoutTrip visits={data.visits} />}
          {data && data.rows.length === 0 && (
            <EmptyState
              icon={<IconCar size={32} />}
              title={t('trips.emptyTitle', { month: nameOf(month) })}
              text={t('trips.emptyText')}
              action={<NewTrip />}
            />
          )}
          {data && data.rows.length > 0 && (
            <TripTable
              label={nameOf(month)}
              rows={data.rows}
              kilometres={data.kilometres}
              selected={selected}
              short={narrow}
            />
          )}
        </div>
        {data && !narrow && <TripSums sums={data} month={month} onMonth={setMonth} />}
      </div>
    </PageFrame>
  );
}

function NewTrip() {
  const { t } = useTranslation();
  return (
    <Button component={Link} href="/trips/new" leftSection={<IconPlus size={16} />}>
      {t('trips.create')}
    </Button>
  );
}
