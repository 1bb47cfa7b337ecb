/** Today's meetings in order, and what was logged besides. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCalendarPlus, IconCheck, IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { choiceLabel, currentLanguage } from '#renderer/lib/i18n.ts';
import type { DayMeeting } from '#shared/contract/day.ts';
import { meetingTitle } from '#shared/domain/meetings/meeting-title.ts';
import classes from './day.module.css';
import { placeOf, spanOf, timeIn } from './day-words.ts';
import { HoursPlot } from './hours-plot.tsx';
import { Panel } from './panel.tsx';
import type { Overview } from './today.tsx';
import type { Here } from './use-day.ts';

export function Programme({ day, here }: { day: Overview; here: Here }) {
  const { t } = useTranslation();
  const { meetings, visits } = day;
  const plan = (
    <Button
      component={Link}
      href="/meetings/new"
      variant="subtle"
      size="compact-sm"
      leftSection={<IconCalendarPlus size={16} aria-hidden />}
    >
      {t('day.plan')}
    </Button>
  );
  if (meetings.length === 0 && visits.length === 0) {
    return (
      <Panel title={t('day.programme')} aside={plan}>
        <p className={classes.none}>{t('day.noMeetings')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('day.programme')} count={meetings.length} aside={plan}>
      {meetings.length > 0 && <HoursPlot meetings={meetings} {...here} now={Date.now()} />}
      <ul className={classes.lines}>
        {meetings.map((one) => (
          <MeetingLine key={one.id} meeting={one} here={here} />
        ))}
        {visits.map(({ id, client, clientName, kind, happenedAt, summary }) => (
          <li key={id}>
            <Link href={`/clients/${client}`} className={classes.line}>
              <span className={classes.when}>{timeIn(happenedAt, here.zone, here.zone)}</span>
              <span className={classes.what}>
                <span className={classes.name}>{clientName}</span>
                <span className={classes.soft}>
                  {[choiceLabel('interaction', 'kind', kind), summary].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span className={classes.mark}>
                <IconCheck size={16} aria-hidden />
                {t('day.recorded')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function MeetingLine({ meeting, here }: { meeting: DayMeeting; here: Here }) {
  const facts = [
    meeting.title ? meeting.clientName : choiceLabel('meeting', 'type', meeting.type),
    placeOf(meeting),
  ];
  return (
    <li>
      <Link href={`/meetings/${meeting.id}`} className={classes.line}>
        <span className={classes.when}>{spanOf(meeting, here.zone)}</span>
        <span className={classes.what}>
          <span className={classes.name}>
            {meeting.title
              ? meetingTitle(meeting, meeting.clientName, currentLanguage())
              : meeting.clientName}
          </span>
          <span className={classes.soft}>{facts.filter(Boolean).join(' · ')}</span>
        </span>
        <MeetingMark meeting={meeting} />
      </Link>
    </li>
  );
}

/** At most one: what stands in the way, what is missing, or that it is done. */
function MeetingMark({ meeting }: { meeting: DayMeeting }) {
  const { t } = useTranslation();
  if (meeting.status === 'held') {
    return (
      <span className={classes.mark}>
        <IconCheck size={16} aria-hidden />
        {t('day.recorded')}
      </span>
    );
  }
  if (meeting.endsAt <= Date.now()) {
    return (
      <span className={classes.mark} data-tone="look">
        {t('day.notRecorded')}
      </span>
    );
  }
  if (meeting.conflict) {
    return (
      <span className={classes.mark} data-tone="late">
        <IconAlertTriangle size={16} aria-hidden />
        {t(meeting.conflict === 'overlap' ? 'day.overlap' : 'day.noTimeForWay')}
      </span>
    );
  }
  if (meeting.items > meeting.done) {
    return (
      <span className={classes.mark} data-tone="look">
        <IconChecklist size={16} aria-hidden />
        {t('day.prepared', { done: meeting.done, items: meeting.items })}
      </span>
    );
  }
  return null;
}
