/** Today's meetings in order, and what was logged besides. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCalendarPlus, IconCheck, IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import type { DayMeeting } from '#shared/contract/day.ts';
import classes from './day.module.css';
import { DayLine } from './day-line.tsx';
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
        {[
          ...meetings.map((one) => ({
            at: one.startsAt,
            line: <MeetingLine key={one.id} meeting={one} here={here} />,
          })),
          ...visits.map((one) => ({
            at: one.happenedAt,
            line: <VisitLine key={one.id} visit={one} here={here} />,
          })),
        ]
          .toSorted((a, b) => a.at - b.at)
          .map(({ line }) => line)}
      </ul>
    </Panel>
  );
}

function VisitLine({ visit, here }: { visit: Overview['visits'][number]; here: Here }) {
  const { client, clientName, kind, happenedAt, summary } = visit;
  return (
    <DayLine
      href={`/clients/${client}`}
      when={timeIn(happenedAt, here.zone, here.zone)}
      name={clientName}
      facts={[choiceLabel('interaction', 'kind', kind), summary]}
    >
      <Recorded />
    </DayLine>
  );
}

function MeetingLine({ meeting, here }: { meeting: DayMeeting; here: Here }) {
  const { t } = useTranslation();
  const { id, title, clientName, type, insteadOf } = meeting;
  return (
    <DayLine
      href={`/meetings/${id}`}
      when={spanOf(meeting, here.zone)}
      name={title ?? clientName}
      facts={[
        title ? clientName : choiceLabel('meeting', 'type', type),
        placeOf(meeting),
        insteadOf && t('handover.insteadOf', { name: insteadOf }),
      ]}
    >
      <MeetingMark meeting={meeting} />
    </DayLine>
  );
}

function Recorded() {
  const { t } = useTranslation();
  return (
    <span className={classes.mark}>
      <IconCheck size={16} aria-hidden />
      {t('day.recorded')}
    </span>
  );
}

/** At most one: what stands in the way, what is missing, or that it is done. */
function MeetingMark({ meeting }: { meeting: DayMeeting }) {
  const { t } = useTranslation();
  if (meeting.status === 'held') return <Recorded />;
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
