/** One page of the timeline; a day that began on the page before gets no second heading. */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import { dayOf, groupByDay } from './timeline-days.ts';
import { TimelineItem } from './timeline-item.tsx';
import classes from './timeline.module.css';

interface TimelinePageProps {
  input: { client?: string; contact?: string; kinds?: string[] };
  page: number;
  pageSize: number;
  objectionHref(id: string): string;
  attachments(interactions: readonly string[]): ReactNode;
  onCorrect(entry: TimelineEntry): void;
}

export function TimelinePage(props: TimelinePageProps) {
  const { input, page, pageSize, objectionHref, attachments, onCorrect } = props;
  const format = useFormat();
  const window = (at: number) => ({ ...input, offset: at * pageSize, limit: pageSize });
  const here = useLive('meetings', 'timeline', window(page), { keepPrevious: true });
  const before = useLive('meetings', 'timeline', window(page - 1), { enabled: page > 0 });
  const last = before.data?.entries.at(-1);
  const openDay = last && dayOf(last.interaction.happenedAt);
  return groupByDay(here.data?.entries ?? []).map(({ day, entries }) => (
    <section key={day} className={classes.day} aria-label={format.day(day)}>
      {day !== openDay && <DayHeading day={day} />}
      <ul className={classes.entries}>
        {entries.map((entry) => (
          <TimelineItem
            key={entry.interaction.id}
            entry={entry}
            objectionHref={objectionHref}
            attachments={attachments}
            onCorrect={() => onCorrect(entry)}
          />
        ))}
      </ul>
    </section>
  ));
}

function DayHeading({ day }: { day: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const now = new Date();
  const yesterday = today(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1));
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
  const name =
    day === today(now) ? t('meetings.today') : day === yesterday ? t('meetings.yesterday') : weekday;
  return (
    <Title order={2} className={classes.dayHeading}>
      {name} <span className={classes.dayDate}>{format.day(day)}</span>
    </Title>
  );
}
