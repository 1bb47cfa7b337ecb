/** When it happened: now unless said otherwise; an hour ago, yesterday, or any day and time. */
import { Group, Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { today } from '#renderer/lib/format.ts';
import { ClockInput } from '#renderer/ui/clock-input.tsx';
import { DayInput } from '#renderer/ui/day-input.tsx';
import { ChoiceRow } from './choice-row.tsx';

interface ComposerWhenProps {
  label: string;
  /** UTC milliseconds; null is now. */
  value: number | null;
  onChange(value: number | null): void;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

type Choice = 'now' | 'hourAgo' | 'yesterday' | 'other';

export function ComposerWhen({ label, value, onChange }: ComposerWhenProps) {
  const { t } = useTranslation();
  const moment = value === null ? null : new Date(value);
  const choose: Record<Choice, () => number | null> = {
    now: () => null,
    hourAgo: () => Date.now() - HOUR,
    yesterday: () => yesterday(),
    other: () => value ?? Date.now(),
  };
  return (
    <ChoiceRow<Choice>
      label={label}
      options={[
        { value: 'now', label: t('meetings.now') },
        { value: 'hourAgo', label: t('meetings.hourAgo') },
        { value: 'yesterday', label: t('meetings.yesterday') },
        { value: 'other', label: t('meetings.otherTime') },
      ]}
      chosen={[choiceOf(value)]}
      onToggle={(choice) => onChange(choose[choice]())}
    >
      {moment && (
        <Group gap={4} wrap="nowrap">
          <DayInput
            w={132}
            aria-label={t('meetings.day')}
            value={today(moment)}
            maxDate={today()}
            onChange={(day) => day && onChange(at(day, clockOf(moment)))}
          />
          <Input.Wrapper>
            <ClockInput
              hoursInputLabel={t('meetings.hours')}
              minutesInputLabel={t('meetings.minutes')}
              value={clockOf(moment)}
              onChange={(clock) => onChange(at(today(moment), clock))}
            />
          </Input.Wrapper>
        </Group>
      )}
    </ChoiceRow>
  );
}

/** What was chosen stays lit while it is still so; later it is a time like any other. */
function choiceOf(value: number | null): Choice {
  if (value === null) return 'now';
  if (Math.abs(Date.now() - HOUR - value) < 2 * MINUTE) return 'hourAgo';
  return today(new Date(value)) === today(new Date(yesterday())) ? 'yesterday' : 'other';
}

/** The same time of day, a calendar day earlier. */
function yesterday(): number {
  const now = new Date();
  return new Date(
    now.getFullYear(),
    now.getMonth(),
    now.getDate() - 1,
    now.getHours(),
    now.getMinutes(),
  ).getTime();
}

export function clockOf(moment: Date): string {
  return `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`;
}

function at(day: string, clock: string): number {
  return new Date(`${day}T${clock}:00`).getTime();
}
