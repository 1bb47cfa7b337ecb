/** How the promise stands, and the buttons that change it. */
import { Button, Group, Kbd, Text } from '@mantine/core';
import { IconCheck, IconClockPause, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { useToday } from '#renderer/lib/use-today.ts';
import { isSnoozed } from '#shared/domain/promises/standing.ts';
import { DueMark } from './due-mark.tsx';
import {
  breakPromise,
  keepPromise,
  type PromiseInHand,
  reopenPromise,
  snoozePromise,
  wakePromise,
  withdrawPromise,
} from './promise-actions.ts';
import classes from './promises.module.css';

interface PromiseStateProps {
  promise: PromiseInHand & {
    closedAt: number | null;
    snoozedUntil: string | null;
    snoozeReason: string | null;
  };
}

export function PromiseState({ promise }: PromiseStateProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useToday();
  const { preferences } = usePreferences();
  const key = (letter: string) => preferences?.letterKeys && <Kbd size="xs">{letter}</Kbd>;
  if (promise.state !== 'open') {
    return (
      <Group gap="md" className={classes.state} role="status">
        <Text fw={600} className={promise.state === 'broken' ? classes.late : undefined}>
          {t('promises.closedAt', {
            state: choiceLabel('promise', 'state', promise.state),
            when: format.relative(promise.closedAt),
          })}
        </Text>
        <Button variant="default" size="compact-md" onClick={() => reopenPromise(promise)}>
          {t('promises.reopen')}
        </Button>
      </Group>
    );
  }
  const snoozed = isSnoozed(promise, today);
  return (
    <div className={classes.state}>
      <Group gap={8}>
        <Button
          leftSection={<IconCheck size={16} />}
          rightSection={key('D')}
          onClick={() => keepPromise(promise)}
        >
          {t('promises.keep')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconX size={16} />}
          rightSection={key('X')}
          onClick={() => breakPromise(promise)}
        >
          {t('promises.breakIt')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconClockPause size={16} />}
          rightSection={key('Z')}
          onClick={() => snoozePromise(promise)}
        >
          {t(promise.dueOn === null ? 'promises.setDay' : 'promises.snooze')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => withdrawPromise(promise)}>
          {t('promises.withdraw')}
        </Button>
      </Group>
      {snoozed ? (
        <Group gap={8}>
          <Text size="sm">
            {t('promises.snoozedWhy', {
              day: format.day(promise.snoozedUntil),
              reason: promise.snoozeReason ?? '',
            })}
          </Text>
          <Button variant="subtle" size="compact-sm" onClick={() => wakePromise(promise)}>
            {t('promises.wake')}
          </Button>
        </Group>
      ) : (
        promise.dueOn !== null && <DueMark promise={promise} />
      )}
    </div>
  );
}
