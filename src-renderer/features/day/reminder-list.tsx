/** Reminders that nobody has answered: what fell due, first of all what fell due while Vizitka did not run. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBell, IconCheck, IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { say } from '#renderer/lib/i18n.ts';
import { runCommand } from '#renderer/lib/run.ts';
import type { ReminderLine } from '#shared/contract/day.ts';
import { boundsOfDay } from '#shared/domain/day/bounds.ts';
import { addDays } from '#shared/domain/time/day.ts';
import classes from './day.module.css';
import { reminderHref, timeIn } from './day-words.ts';
import { Panel } from './panel.tsx';
import type { Here } from './use-day.ts';

const HOUR = 3_600_000;
const MORNING_HOUR = 9;

export function answerReminders(keys: string[], until: number | null): void {
  void runCommand(rpc.day.answerReminder({ keys, until }));
}

/** `o 14:00 · Píla: Cenník`: what a reminder is about, in one line. */
export function reminderText(line: ReminderLine, zone: string, day: (day: string) => string): string {
  const when = line.at === null ? line.on && day(line.on) : timeIn(line.at, zone, zone);
  return [when, line.text].filter(Boolean).join(' · ');
}

export function ReminderList({ rows, here }: { rows: readonly ReminderLine[]; here: Here }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <Panel
      title={t('day.reminders')}
      count={rows.length}
      tone="look"
      aside={
        rows.length > 1 && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() =>
              answerReminders(
                rows.map(({ key }) => key),
                null,
              )
            }
          >
            {t('day.allDone')}
          </Button>
        )
      }
    >
      <ul className={classes.lines}>
        {rows.map((line) => (
          <ReminderRow key={line.key} line={line} here={here} />
        ))}
      </ul>
    </Panel>
  );
}

function ReminderRow({ line, here }: { line: ReminderLine; here: Here }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={classes.reminder}>
      <Link href={reminderHref(line)} className={classes.line}>
        <IconBell size={18} stroke={1.6} aria-hidden />
        <span className={classes.what}>
          <span className={classes.name}>
            {say(`day.reminds.${line.kind}`)} · {line.clientName}
          </span>
          <span className={classes.soft} title={format.instant(line.dueAt)}>
            {reminderText(line, here.zone, format.day)}
          </span>
        </span>
      </Link>
      <Menu position="bottom-end" shadow="sm">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('day.putOff')}>
            <IconClockPause size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => answerReminders([line.key], Date.now() + HOUR)}>
            {t('day.inAnHour')}
          </Menu.Item>
          <Menu.Item onClick={() => answerReminders([line.key], tomorrowMorning(here))}>
            {t('day.tomorrowMorning')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconCheck size={16} aria-hidden />}
        onClick={() => answerReminders([line.key], null)}
      >
        {t('day.done')}
      </Button>
    </li>
  );
}

function tomorrowMorning({ day, zone }: Here): number {
  return boundsOfDay(addDays(day, 1), zone).from + MORNING_HOUR * HOUR;
}
