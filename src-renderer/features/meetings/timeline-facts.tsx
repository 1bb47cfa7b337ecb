/** Beside the summary of an entry: where it was, of which meeting it is, how a call ended, how far it was. */
import { Anchor, Text } from '@mantine/core';
import { IconCalendarEvent, IconCar, IconMapPin, IconPhoneCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import classes from './timeline.module.css';

export function TimelineFacts({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { interaction, meeting, trip } = entry;
  if (!interaction.place && !interaction.result && !meeting && !trip) return null;
  return (
    <div className={classes.facts}>
      {interaction.result && (
        <Fact
          icon={<IconPhoneCheck size={16} stroke={1.6} aria-label={fieldLabel('interaction', 'result')} />}
        >
          {choiceLabel('interaction', 'result', interaction.result)}
        </Fact>
      )}
      {interaction.place && (
        <Fact icon={<IconMapPin size={16} stroke={1.6} aria-label={fieldLabel('interaction', 'place')} />}>
          {interaction.place}
        </Fact>
      )}
      {meeting && (
        <Fact icon={<IconCalendarEvent size={16} stroke={1.6} aria-hidden />}>
          <Anchor component={Link} href={`/meetings/${meeting.id}`} size="sm">
            {t('meetings.ofMeeting', {
              name: meeting.title ?? choiceLabel('meeting', 'type', meeting.type),
            })}
          </Anchor>
        </Fact>
      )}
      {trip && (
        <Fact icon={<IconCar size={16} stroke={1.6} aria-label={t('trips.trip')} />}>
          <Anchor component={Link} href={`/trips/${trip.id}`} size="sm">
            {t('meetings.driven', { kilometres: format.number(trip.kilometres) })}
          </Anchor>
        </Fact>
      )}
    </div>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <Text span size="sm" className={classes.fact}>
      {icon}
      <span>{children}</span>
    </Text>
  );
}
