/** From when to when, on a day: moving the start keeps the length. */
import { Group, Input, Stack, Text } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceZone } from '#renderer/lib/format.ts';
import { parseDay } from '#renderer/ui/day-text.ts';
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

const CLOCK = /^\d\d:\d\d/;

export function MeetingWhen({ times, zone, error, description, autoFocus, onChange }: MeetingWhenProps) {
  const { t, i18n } = useTranslation();
  const day = todayIn(zone, times.startsAt);
  const lasts = daysBetween(day, todayIn(zone, times.endsAt));
  const clock = (label: string, value: string, change: (clock: string) => void) => (
    <Input.Wrapper label={label} labelElement="div" role="group" aria-label={label}>
      <TimePicker
        hoursInputLabel={`${label}: ${t('meetings.hours')}`}
        minutesInputLabel={`${label}: ${t('meetings.minutes')}`}
        value={value}
        onChange={(typed) => CLOCK.test(typed) && change(typed.slice(0, 5))}
      />
    </Input.Wrapper>
  );
  return (
    <Stack gap={2}>
      <Group gap={8} align="flex-end">
        <DateInput
          w={150}
          label={t('meetingPlans.day')}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          value={day}
          onChange={(next) =>
            next && onChange(movedTo(instantAt(next, clockIn(zone, times.startsAt), zone), times))
          }
          dateParser={(text) => parseDay(text)}
          valueFormat={i18n.language === 'en' ? 'DD/MM/YYYY' : 'D. M. YYYY'}
          locale={i18n.language}
          firstDayOfWeek={1}
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
