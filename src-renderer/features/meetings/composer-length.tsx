/** How long it took: a usual length, or until when by the clock. */
import { Input } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceZone } from '#renderer/lib/format.ts';
import { ClockInput } from '#renderer/ui/clock-input.tsx';
import { minutesUntil } from '#shared/domain/time/span.ts';
import { ChoiceRow } from './choice-row.tsx';
import { clockOf } from './composer-when.tsx';
import { useLengthText } from './length-text.ts';

interface ComposerLengthProps {
  /** UTC milliseconds; null is now, which is then the end. */
  start: number | null;
  minutes: number | null;
  onChange(minutes: number | null): void;
}

const MINUTE = 60_000;
const USUAL = ['15', '30', '60', '90', '120'] as const;
type Choice = (typeof USUAL)[number] | 'other';

export function ComposerLength({ start, minutes, onChange }: ComposerLengthProps) {
  const { t } = useTranslation();
  const textOf = useLengthText();
  const usual = USUAL.find((one) => Number(one) === minutes);
  const [byClock, setByClock] = useState(false);
  const [isAhead, setIsAhead] = useState(false);
  const isOther = start !== null && (byClock || (minutes !== null && !usual));
  const options = USUAL.map((one): { value: Choice; label: string } => ({
    value: one,
    label: textOf(Number(one) * MINUTE),
  }));
  // What happens now has no other end than now.
  if (start !== null) options.push({ value: 'other', label: t('meetings.until') });
  return (
    <ChoiceRow<Choice>
      label={t('meetings.length')}
      options={options}
      chosen={isOther ? ['other'] : usual ? [usual] : []}
      onToggle={(choice) => {
        setByClock(choice === 'other');
        setIsAhead(false);
        if (choice !== 'other') onChange(Number(choice) === minutes ? null : Number(choice));
      }}
    >
      {isOther && (
        <Input.Wrapper error={isAhead && t('meetings.untilAhead')}>
          <ClockInput
            aria-label={t('meetings.until')}
            hoursInputLabel={t('meetings.endHours')}
            minutesInputLabel={t('meetings.endMinutes')}
            value={minutes === null ? '' : clockOf(new Date(start + minutes * MINUTE))}
            onChange={(clock) => {
              const took = minutesUntil(clock, start, deviceZone());
              // What is recorded is over: such an end would be tomorrow's, and is a slip.
              const ahead = start + took * MINUTE > Date.now() + MINUTE;
              setIsAhead(ahead);
              if (!ahead) onChange(took);
            }}
          />
        </Input.Wrapper>
      )}
    </ChoiceRow>
  );
}
