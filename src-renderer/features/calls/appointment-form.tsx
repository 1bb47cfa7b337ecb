/** The meeting that was arranged: of what type, when and where. Enter writes it. */
import { Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#renderer/lib/client.ts';
import type { Draft } from '#renderer/lib/draft.ts';
import { deviceZone } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { problemSentence } from '#renderer/lib/problems.ts';
import { MeetingWhen } from '#renderer/pickers/meeting-when.tsx';
import { type MeetingType, timeProblems, usualEnd } from '#shared/domain/meetings/meeting-times.ts';
import { MEETING_TYPES } from '#shared/entities/meetings.ts';
import type { CallDraft, Outcome } from './call-draft.ts';
import { OutcomeForm } from './outcome-form.tsx';
import classes from './call-target.module.css';

/** A time that is only being typed, to see what is in its way. */
export interface AskedTime {
  startsAt: number;
  endsAt: number;
  travelMinutes: null;
  place: string | null;
  ours: null;
}

interface AppointmentFormProps {
  draft: Draft<CallDraft>;
  busy: boolean;
  onLeave(): void;
  onMade(outcome: Outcome): void;
  conflicts(time: AskedTime): ReactNode;
}

export function AppointmentForm({ draft, busy, onLeave, onMade, conflicts }: AppointmentFormProps) {
  const { t } = useTranslation();
  const { type, startsAt, endsAt, place } = draft.values;
  const zone = deviceZone();
  const [problem, setProblem] = useState<string>();
  const where = place.trim() || null;

  function commit() {
    const [found] = timeProblems({ startsAt, endsAt });
    setProblem(found && problemSentence(found.problem));
    if (found) return;
    const meeting = { id: newId(), checklist: newId(), type, startsAt, endsAt, zone, place: where };
    onMade({ result: 'appointed', meeting });
  }

  return (
    <OutcomeForm label={t('calls.appoint')} busy={busy} onCommit={commit} onLeave={onLeave}>
      <div className={classes.formRow}>
        <Select
          label={fieldLabel('meeting', 'type')}
          data={MEETING_TYPES.map((value) => ({ value, label: choiceLabel('meeting', 'type', value) }))}
          value={type}
          allowDeselect={false}
          onChange={(chosen) => {
            if (!chosen) return;
            const next = chosen as MeetingType;
            // A length that nobody changed by hand follows the type.
            const untouched = endsAt === usualEnd(startsAt, type);
            draft.setAll({ type: next, endsAt: untouched ? usualEnd(startsAt, next) : endsAt });
          }}
        />
        <MeetingWhen
          times={{ startsAt, endsAt }}
          zone={zone}
          error={problem}
          autoFocus
          onChange={(times) => draft.setAll(times)}
        />
        <TextInput
          label={fieldLabel('meeting', 'place')}
          className={classes.place}
          maxLength={250}
          value={place}
          onChange={(event) => draft.set('place', event.currentTarget.value)}
        />
      </div>
      {conflicts({ startsAt, endsAt, travelMinutes: null, place: where, ours: null })}
    </OutcomeForm>
  );
}
