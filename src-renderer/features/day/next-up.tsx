/** The one thing that matters now: the next meeting, and when to leave for it. */
import { Button, Text } from '@mantine/core';
import { IconCar, IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { currentLanguage } from '#renderer/lib/i18n.ts';
import { useFormat } from '#renderer/lib/format.ts';
import type { DayMeeting } from '#shared/contract/day.ts';
import { meetingTitle } from '#shared/domain/meetings/meeting-title.ts';
import shared from './day.module.css';
import classes from './next-up.module.css';
import type { DayScreenProps } from './day-screen.tsx';
import { leaveAt, placeOf, spanOf, timeIn } from './day-words.ts';
import type { Here } from './use-day.ts';

interface NextUpProps extends DayScreenProps {
  meetings: readonly DayMeeting[];
  here: Here;
}

export function NextUp({ meetings, here, onRecord }: NextUpProps) {
  const { t } = useTranslation();
  const now = Date.now();
  const next = meetings.find(({ status, endsAt }) => status === 'planned' && endsAt > now);
  if (!next) {
    if (meetings.length === 0) return null;
    return (
      <section className={classes.next} aria-label={t('day.next')}>
        <Text>{t('day.nothingNext')}</Text>
        <Button component={Link} href="/day/check" variant="light" mt={8}>
          {t('day.toCheck')}
        </Button>
      </section>
    );
  }
  const runs = next.startsAt <= now;
  return (
    <section
      className={classes.next}
      aria-label={t('day.next')}
      data-tone={isLate(next, now) ? 'look' : undefined}
    >
      <p className={classes.nextWhen}>
        <span className={classes.nextTime}>{spanOf(next, here.zone)}</span>
        <When meeting={next} now={now} here={here} />
      </p>
      <Link href={`/meetings/${next.id}`} className={classes.nextTitle}>
        {meetingTitle(next, next.clientName, currentLanguage())}
      </Link>
      <p className={classes.nextFacts}>
        {next.title && (
          <Link href={`/clients/${next.client}`} className={classes.link}>
            {next.clientName}
          </Link>
        )}
        {placeOf(next) && (
          <span className={classes.fact}>
            <IconMapPin size={16} aria-hidden />
            {placeOf(next)}
          </span>
        )}
        {next.people.length > 0 && <span>{next.people.map(({ name }) => name).join(', ')}</span>}
      </p>
      <div className={classes.nextActions}>
        <Button component={Link} href={`/meetings/${next.id}`} variant={runs ? 'default' : 'filled'}>
          {t('day.openMeeting')}
        </Button>
        <Button variant={runs ? 'filled' : 'default'} onClick={() => onRecord(next.client, next.id)}>
          {t('day.record')}
        </Button>
        {next.items > next.done && (
          <Text size="sm" c="dimmed">
            {t('day.prepared', { done: next.done, items: next.items })}
          </Text>
        )}
      </div>
    </section>
  );
}

function When({ meeting, now, here }: { meeting: DayMeeting; now: number; here: Here }) {
  const { t } = useTranslation();
  const format = useFormat();
  const leave = leaveAt(meeting);
  if (meeting.startsAt <= now) return <span className={shared.soft}>{t('day.running')}</span>;
  if (!meeting.travelMinutes) return <span className={shared.soft}>{format.relative(meeting.startsAt)}</span>;
  const text = isLate(meeting, now)
    ? t('day.leaveNow', { minutes: meeting.travelMinutes })
    : t('day.leave', { time: timeIn(leave, here.zone, here.zone), minutes: meeting.travelMinutes });
  return (
    <span className={classes.leave}>
      <IconCar size={18} aria-hidden />
      {text}
    </span>
  );
}

/** The time to leave has come, the meeting has not. */
function isLate(meeting: DayMeeting, now: number): boolean {
  return (meeting.travelMinutes ?? 0) > 0 && leaveAt(meeting) <= now && meeting.startsAt > now;
}
