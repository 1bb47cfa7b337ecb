/** The outcomes one after another, each with the answer that was used then. */
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import type { OutputOf } from '#renderer/lib/live.ts';
import classes from './objections.module.css';
import { OutcomeMark } from './outcome-mark.tsx';

export function OutcomeCourse({ events }: Pick<OutputOf<'objections', 'get'>, 'events'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-label={t('objections.course')}>
      <Title order={2} size="h3" mb={4}>
        {t('objections.course')}
      </Title>
      {events.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('objections.courseNone')}
        </Text>
      )}
      <ol className={classes.course}>
        {events.map(({ event, authorName }) => {
          const when = format.relative(event.happenedAt);
          return (
            <li key={event.id}>
              <OutcomeMark outcome={event.outcome} />
              <Text size="sm" c="dimmed" title={format.instant(event.happenedAt)}>
                {authorName ? t('objections.courseBy', { when, who: authorName }) : when}
              </Text>
              {event.answer && (
                <Text size="sm" className={classes.courseAnswer}>
                  {event.answer}
                </Text>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
