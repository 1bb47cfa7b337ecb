/** From when to when, on a day: moving the start keeps the length. */
import { Group, Input, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceZone } from '#renderer/lib/format.ts';
import { ClockInput } from '#renderer/ui/clock-input.tsx';
import { DayInput } from '#renderer/ui/day-input.tsx';
import { movedTo } from '#shared/domain/meetings/meeting-times.ts';
import { addDays, daysBetween, todayIn } from '#shared/domain/time/day.ts';
import { clockIn, instantAt } from '#shared/domain/time/instants.ts';

export interface Times {
  /** UTC milliseconds. */
  startsAt: number;
  endsAt: number;
}

interface MeetingWhenProps {
  times: Times;
  /** Of the place of the meeting. */
  zone: string;
  error?: ReactNode;
  description?: ReactNode;
  autoFocus?: boolean;
  onChange(times: Times): void;
}

export function MeetingWhen({ times, zone, error, description, autoFocus, onChange }: MeetingWhenProps) {
  const { t } = useTranslation();
  const day = todayIn(zone, times.startsAt);
  const lasts = daysBetween(day, todayIn(zone, times.endsAt));
  const clock = (label: string, value: string, change: (clock: string) => void) => (
    <Input.Wrapper label={label} labelElement="div" role="group" aria-label={label}>
      <ClockInput
        hoursInputLabel={`${label}: ${t('meetings.hours')}`}
        minutesInputLabel={`${label}: ${t('meetings.minutes')}`}
        value={value}
        onChange={change}
      />
    </Input.Wrapper>
  );
  return (
    <Stack gap={2}>
      <Group gap={8} align="flex-start">
        <DayInput
          w={150}
          label={t('meetingPlans.day')}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          value={day}
          onChange={(next) =>
            next && onChange(movedTo(instantAt(next, clockIn(zone, times.startsAt), zone), times))
          }
          popoverProps={{ withinPortal: true }}
        />
        {clock(t('meetingPlans.start'), clockIn(zone, times.startsAt), (start) =>
          onChange(movedTo(instantAt(day, start, zone), times)),
        )}
        {clock(t('meetingPlans.end'), clockIn(zone, times.endsAt), (end) =>
          onChange({ ...times, endsAt: instantAt(addDays(day, lasts), end, zone) }),
        )}
      </Group>
      {zone !== deviceZone() && (
        <Text size="xs" c="dimmed">
          {t('meetingPlans.inZone', { zone })}
        </Text>
      )}
      {description && <Input.Description>{description}</Input.Description>}
      {error && <Input.Error>{error}</Input.Error>}
    </Stack>
  );
}
