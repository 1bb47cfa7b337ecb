/** Until when and why a promise is put off; one without a last day gets it here instead. */
import { Button, Chip, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { runCommand } from '#renderer/lib/run.ts';
import { useToday } from '#renderer/lib/use-today.ts';
import { DayInput, stopAtUnusable } from '#renderer/ui/day-input.tsx';
import { dueDays } from '#shared/domain/promises/due-choices.ts';
import { addDays } from '#shared/domain/time/day.ts';
import { type PromiseInHand, useSnooze } from './promise-actions.ts';

export function SnoozeDialog() {
  const { t } = useTranslation();
  const { promise, close } = useSnooze();
  const undated = promise !== null && promise.dueOn === null;
  return (
    <Modal
      opened={promise !== null}
      onClose={close}
      title={t(undated ? 'promises.setDay' : 'promises.snoozeTitle')}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {promise && <Snooze key={promise.id} promise={promise} onDone={close} />}
    </Modal>
  );
}

function Snooze({ promise, onDone }: { promise: PromiseInHand; onDone(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useToday();
  const undated = promise.dueOn === null;
  const { tomorrow, week } = dueDays(today);
  const [until, setUntil] = useState<string | null>(tomorrow);
  const [other, setOther] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const reasons = [
    t('promises.reasons.client'),
    t('promises.reasons.department'),
    t('promises.reasons.agreed'),
  ];
  const dayProblem = until === null || (!undated && until <= today);
  const reasonProblem = !undated && reason.trim() === '';

  async function commit() {
    setAsked(true);
    if (until === null || dayProblem || reasonProblem || busy) return;
    setBusy(true);
    const { id } = promise;
    const written = undated
      ? await runCommand(rpc.promises.edit({ id, values: { dueOn: until } }), { undoable: true })
      : await runCommand(rpc.promises.snooze({ id, until, reason: reason.trim() }), {
          done: 'promises.snoozed',
          params: { day: format.day(until) },
          undoable: true,
        });
    setBusy(false);
    if (written) onDone();
  }

  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!stopAtUnusable(event.currentTarget)) void commit();
      }}
    >
      <Stack gap="md">
        <Text lineClamp={2}>{promise.text}</Text>
        <Stack gap={6}>
          <Text size="sm" fw={500}>
            {undated ? fieldLabel('promise', 'dueOn') : t('promises.until')}
          </Text>
          <Chip.Group
            value={other ? 'other' : until === tomorrow ? 'tomorrow' : until === week ? 'week' : 'other'}
            onChange={(choice) => {
              setOther(choice === 'other');
              if (choice !== 'other') setUntil(choice === 'week' ? week : tomorrow);
            }}
          >
            <Group gap={8}>
              <Chip value="tomorrow" data-autofocus>
                {t('promises.tomorrow')}
              </Chip>
              <Chip value="week">{t('promises.inWeek')}</Chip>
              <Chip value="other">{t('promises.onDay')}</Chip>
            </Group>
          </Chip.Group>
          {(other || (until !== tomorrow && until !== week)) && (
            <DayInput
              w={180}
              autoFocus
              aria-label={t('promises.until')}
              value={until}
              minDate={undated ? undefined : addDays(today, 1)}
              onChange={setUntil}
              error={asked && dayProblem ? t('promises.dayMissing') : undefined}
            />
          )}
        </Stack>
        {!undated && (
          <Stack gap={6}>
            <TextInput
              label={t('promises.reason')}
              maxLength={300}
              value={reason}
              error={asked && reasonProblem ? t('promises.reasonMissing') : undefined}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group gap={6}>
              {reasons.map((one) => (
                <Button
                  key={one}
                  variant="default"
                  size="compact-sm"
                  aria-pressed={reason === one}
                  onClick={() => setReason(one)}
                >
                  {one}
                </Button>
              ))}
            </Group>
          </Stack>
        )}
        <Group gap={8}>
          <Button type="submit" loading={busy}>
            {t(undated ? 'promises.setDay' : 'promises.snooze')}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
