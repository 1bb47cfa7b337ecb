/** What is in the way of a meeting: shown beside it, with a way to the other one; it stops nobody. */
import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { currentLanguage } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import type { MeetingConflict } from '#shared/contract/meeting-plans.ts';
import { meetingTitle } from '#shared/domain/meetings/meeting-title.ts';
import classes from './meetings.module.css';

export function ConflictIcon({ kind }: { kind: MeetingConflict['kind'] | null }) {
  const { t } = useTranslation();
  if (!kind) return null;
  const words = t(kind === 'overlap' ? 'meetingPlans.overlapShort' : 'meetingPlans.travelShort');
  return (
    <span className={classes.conflictIcon} title={words}>
      <IconAlertTriangle size={15} aria-hidden />
      <span className="sr-only">{words}</span>
    </span>
  );
}

export function MeetingConflicts({ conflicts }: { conflicts: readonly MeetingConflict[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    // A change of the time is answered here, so it is read out.
    <div role="status">
      {conflicts.length > 0 && (
        <ul className={classes.conflicts} aria-label={t('meetingPlans.conflicts')}>
          {conflicts.map((other) => (
            <li key={other.id}>
              <IconAlertTriangle size={16} aria-hidden />
              <span>
                {t(other.kind === 'overlap' ? 'meetingPlans.overlap' : 'meetingPlans.travel')}{' '}
                <Anchor
                  component={Link}
                  href={`/meetings/${other.id}`}
                  inherit
                  c="inherit"
                  underline="always"
                >
                  {meetingTitle(other, other.clientName, currentLanguage())}
                </Anchor>
                , {format.span(other.startsAt, other.endsAt, other.zone)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface AskedTime {
  startsAt: number;
  endsAt: number;
  travelMinutes: number | null;
  place: string | null;
  ours: string[] | null;
}

/** The same of a time that is only being typed, beside the meeting `except` that it is for. */
export function ConflictsOf({ time, except }: { time: AskedTime; except?: string }) {
  const valid = time.endsAt > time.startsAt;
  const { startsAt, endsAt, travelMinutes, place, ours } = time;
  const asked = { startsAt, endsAt, travelMinutes, place, ours, except };
  const found = useLive('meetingPlans', 'conflicts', asked, { enabled: valid, keepPrevious: true });
  return <MeetingConflicts conflicts={valid ? (found.data ?? []) : []} />;
}
