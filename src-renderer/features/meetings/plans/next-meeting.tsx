/** The next meeting on the desk of a client. */
import { Button, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import type { ClientDesk } from '#shared/contract/clients.ts';
import { dayOf, placeOf, whatOf } from './meeting-columns.tsx';
import { ConflictIcon } from './meeting-conflicts.tsx';
import classes from './meetings.module.css';

export function NextMeeting({ desk }: { desk: ClientDesk }) {
  const { t } = useTranslation();
  const format = useFormat();
  const next = desk.nextMeeting;
  return (
    <section aria-label={t('meetingPlans.next')}>
      <div className={classes.sectionHead}>
        <Title order={2} className={classes.sectionTitle}>
          {t('meetingPlans.next')}
        </Title>
        <Button
          component={Link}
          href={`/meetings/new?client=${desk.client.id}`}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          aria-keyshortcuts="M"
        >
          {t('meetingPlans.create')}
        </Button>
      </div>
      {next ? (
        <Link href={`/meetings/${next.id}`} className={classes.next}>
          <span className={classes.nextWhen}>
            <span>{format.weekday(dayOf(next))}</span>
            <span>{format.span(next.startsAt, next.endsAt, next.zone)}</span>
            <ConflictIcon kind={next.conflict} />
          </span>
          <Text span size="sm" className={classes.facts}>
            <span>{whatOf(next)}</span>
            {placeOf(next) && <span>{placeOf(next)}</span>}
          </Text>
          <ProgressBar label={t('meetingPlans.preparation')} done={next.done} items={next.items} />
        </Link>
      ) : (
        <Text size="sm" c="dimmed">
          {t('meetingPlans.nextNone')}
        </Text>
      )}
    </section>
  );
}
