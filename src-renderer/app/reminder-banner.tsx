/** What has just fallen due, above every screen but that of the day, where it stands anyway. */
import { Button, Group } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { reminderHref } from '#renderer/features/day/day-words.ts';
import { answerReminders, reminderText } from '#renderer/features/day/reminder-list.tsx';
import { useHere, useTellZone } from '#renderer/features/day/use-day.ts';
import { useNewReminders, useReminderNotices } from '#renderer/features/day/use-reminders.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { say } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import classes from './frame.module.css';

const HOUR = 3_600_000;

export function ReminderBanner() {
  const { t } = useTranslation();
  const [path] = useLocation();
  const format = useFormat();
  const { zone } = useHere();
  const settings = useLive('day', 'settings', {}).data;
  const lines = useNewReminders();
  useTellZone();
  useReminderNotices(lines, settings?.reminders.names ?? false);
  const [first, ...more] = lines;
  if (!first || path === '/day') return null;
  return (
    <div className={classes.banner} data-tone="look" role="status">
      <IconBell size={18} aria-hidden />
      <span>
        {[say(`day.reminds.${first.kind}`), first.clientName, reminderText(first, zone, format.day)].join(
          ' · ',
        )}
        {more.length > 0 && ` ${say('day.remindersMore', { count: more.length })}`}
      </span>
      <Group gap="xs" ml="auto" wrap="nowrap">
        <Button
          component={Link}
          href={more.length > 0 ? '/day' : reminderHref(first)}
          size="compact-sm"
          variant="default"
        >
          {t('day.open')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => answerReminders([first.key], Date.now() + HOUR)}
        >
          {t('day.inAnHour')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => answerReminders([first.key], null)}>
          {t('day.done')}
        </Button>
      </Group>
    </div>
  );
}
