/** The rhythm of contacts by tier, and reminders: when, how early, how quietly, and how much they say. */
import { Button, Group, NumberInput, SimpleGrid, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { mayNotify } from '#renderer/lib/may-notify.ts';
import { runCommand } from '#renderer/lib/run.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { DaySettings } from '#shared/contract/day.ts';
import { LONGEST_RHYTHM } from '#shared/domain/day/rhythm.ts';
import { TIERS } from '#shared/entities/clients.ts';

const LONGEST_LEAD = 240;

function changeReminders(reminders: Partial<DaySettings['reminders']>): void {
  void runCommand(rpc.day.changeSettings({ reminders }));
}

export function DaySection() {
  const { t } = useTranslation();
  const settings = useLive('day', 'settings', {}).data;
  if (!settings) return null;
  const { rhythm, reminders } = settings;
  return (
    <Section title={t('day.settings.title')}>
      <Text fw={500}>{t('day.settings.rhythm')}</Text>
      <Text size="sm" c="dimmed">
        {t('day.settings.rhythmHint')}
      </Text>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {TIERS.map((tier) => (
          <WholeNumber
            key={tier}
            label={choiceLabel('client', 'tier', tier)}
            suffix={` ${t('day.settings.rhythmDays')}`}
            value={rhythm[tier]}
            min={1}
            max={LONGEST_RHYTHM}
            onChange={(days) =>
              void runCommand(rpc.day.changeSettings({ rhythm: { ...rhythm, [tier]: days } }))
            }
          />
        ))}
      </SimpleGrid>
      <Switch
        label={t('day.settings.on')}
        description={t('day.settings.onHint')}
        checked={reminders.on}
        onChange={(event) => changeReminders({ on: event.currentTarget.checked })}
      />
      {reminders.on && (
        <>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" verticalSpacing="xs">
            <WholeNumber
              label={t('day.settings.lead')}
              description={t('day.settings.leadHint')}
              value={reminders.leadMinutes}
              min={0}
              max={LONGEST_LEAD}
              onChange={(leadMinutes) => changeReminders({ leadMinutes })}
            />
            <Time
              label={t('day.settings.quietFrom')}
              value={reminders.quietFrom}
              onChange={(quietFrom) => changeReminders({ quietFrom })}
            />
            <Time
              label={t('day.settings.quietTo')}
              value={reminders.quietTo}
              onChange={(quietTo) => changeReminders({ quietTo })}
            />
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {t('day.settings.quietHint')}
          </Text>
          <Switch
            label={t('day.settings.names')}
            description={t('day.settings.namesHint')}
            checked={reminders.names}
            onChange={(event) => changeReminders({ names: event.currentTarget.checked })}
          />
          <BrowserLeave />
        </>
      )}
    </Section>
  );
}

interface WholeNumberProps {
  label: string;
  description?: string;
  suffix?: string;
  value: number;
  min: number;
  max: number;
  onChange(value: number): void;
}

/** Applies when it is left or Enter is pressed: a half-typed number is no rhythm. */
function WholeNumber({ value, min, max, onChange, ...look }: WholeNumberProps) {
  const [typed, setTyped] = useState<number | string>(value);
  const take = () => {
    const number = typeof typed === 'number' ? Math.min(Math.max(typed, min), max) : value;
    setTyped(number);
    if (number !== value) onChange(number);
  };
  return (
    <NumberInput
      {...look}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      min={min}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      autoComplete="off"
      value={typed}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}

function Time({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  const [typed, setTyped] = useState(value);
  const take = () => {
    if (!/^\d\d:\d\d$/.test(typed)) setTyped(value);
    else if (typed !== value) onChange(typed);
  };
  return (
    <TextInput
      type="time"
      label={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}

/** A browser asks the person once, and only after a click. */
function BrowserLeave() {
  const { t } = useTranslation();
  const [leave, setLeave] = useState(mayNotify);
  if (leave === 'desktop' || leave === 'unsupported') return null;
  return (
    <Group gap="sm">
      {leave === 'default' && (
        <Button variant="default" onClick={() => void Notification.requestPermission().then(setLeave)}>
          {t('day.settings.allow')}
        </Button>
      )}
      <Text size="sm" c="dimmed">
        {t(leave === 'denied' ? 'day.settings.denied' : 'day.settings.whileOpen')}
      </Text>
    </Group>
  );
}
