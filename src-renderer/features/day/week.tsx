/** Seven days side by side: what is planned on each, how many hours it takes, and what collides. */
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { type OutputOf, useLive } from '#renderer/lib/live.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { Plural } from '#renderer/ui/plural.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { DayMeeting } from '#shared/contract/day.ts';
import { mondayOf } from '#shared/domain/day/bounds.ts';
import { addDays } from '#shared/domain/time/day.ts';
import shared from './day.module.css';
import classes from './week.module.css';
import { placeOf, shortDay, spanOf, weekdayName } from './day-words.ts';
import type { Here } from './use-day.ts';

type WeekDay = OutputOf<'day', 'week'>['days'][number];

const HOUR = 3_600_000;
/** As many hours fill the strip above a day. */
const FULL_DAY = 8;

export function Week({ here }: { here: Here }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const monday = chosen ?? mondayOf(here.day);
  const week = useLive('day', 'week', { day: monday, zone: here.zone }, { keepPrevious: true });
  const move = (weeks: number) => setChosen(addDays(monday, 7 * weeks));
  useShortcuts({
    arrowleft: () => move(-1),
    arrowright: () => move(1),
    home: () => setChosen(null),
  });
  if (week.error) return <Sentence error={week.error} onRetry={() => void week.refetch()} />;
  if (!week.data) return <Loading m="md" />;
  const { days } = week.data;
  const all = days.flatMap(({ meetings }) => meetings);
  return (
    <div className={shared.scroll}>
      <Group gap={8} className={classes.weekHead}>
        <ActionIcon variant="default" size={36} aria-label={t('day.weekBefore')} onClick={() => move(-1)}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <ActionIcon variant="default" size={36} aria-label={t('day.weekAfter')} onClick={() => move(1)}>
          <IconChevronRight size={18} />
        </ActionIcon>
        <h2 className={shared.panelTitle} aria-live="polite">
          {format.day(monday)} – {format.day(addDays(monday, 6))}
        </h2>
        {monday !== mondayOf(here.day) && (
          <Button variant="subtle" size="compact-sm" onClick={() => setChosen(null)}>
            {t('day.thisWeek')}
          </Button>
        )}
        <span className={`${shared.soft} ${classes.push}`}>
          {all.length > 0 ? <Total meetings={all} /> : t('day.emptyWeek')}
        </span>
      </Group>
      <ol className={classes.week}>
        {days.map((one) => (
          <DayOfWeek key={one.day} one={one} here={here} />
        ))}
      </ol>
    </div>
  );
}

function hoursOf(meetings: readonly DayMeeting[]): number {
  return meetings.reduce((sum, { startsAt, endsAt }) => sum + (endsAt - startsAt), 0) / HOUR;
}

/** `3 stretnutia, 4,5 h`. */
function Total({ meetings }: { meetings: readonly DayMeeting[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hours = format.number(Math.round(hoursOf(meetings) * 10) / 10);
  return (
    <>
      <Plural of="day.meetings" count={meetings.length} />, {t('day.hours', { number: hours })}
    </>
  );
}

function DayOfWeek({ one, here }: { one: WeekDay; here: Here }) {
  const { t } = useTranslation();
  const { day, meetings } = one;
  const isToday = day === here.day;
  const full = Math.min(1, hoursOf(meetings) / FULL_DAY);
  return (
    <li className={classes.weekDay} data-today={isToday || undefined} data-past={day < here.day || undefined}>
      <h3 className={classes.weekDayName}>
        <span>{weekdayName(day)}</span>
        <span className={classes.date} data-today={isToday || undefined}>
          {isToday ? t('day.today') : shortDay(day)}
        </span>
      </h3>
      <span className={classes.load} aria-hidden>
        <span style={{ width: `${100 * full}%` }} />
      </span>
      <span className={shared.soft}>
        {meetings.length > 0 ? <Total meetings={meetings} /> : t('day.free')}
      </span>
      <ul className={classes.cards}>
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <Link
              href={`/meetings/${meeting.id}`}
              className={classes.card}
              data-held={meeting.status === 'held' || undefined}
              data-conflict={meeting.conflict !== null || undefined}
            >
              <span className={classes.cardTime}>
                {spanOf(meeting, here.zone)}
                {meeting.status === 'held' && <IconCheck size={14} aria-label={t('day.recorded')} />}
                {meeting.conflict && (
                  <IconAlertTriangle
                    size={14}
                    aria-label={t(meeting.conflict === 'overlap' ? 'day.overlap' : 'day.noTimeForWay')}
                  />
                )}
              </span>
              <span className={classes.cardName}>{meeting.clientName}</span>
              <span className={shared.soft}>
                {[
                  meeting.title ?? choiceLabel('meeting', 'type', meeting.type),
                  placeOf(meeting),
                  meeting.insteadOf && t('handover.insteadOf', { name: meeting.insteadOf }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}
