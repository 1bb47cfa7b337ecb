/** What is to happen next after a visit, added to its record: the sealed one stays, a version with the step is written. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { useDraft } from '#renderer/lib/draft.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { FieldInput } from '#renderer/ui/field-input.tsx';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { addDays } from '#shared/domain/time/day.ts';
import classes from './evening-check.module.css';
import type { Here } from './use-day.ts';

interface NextStepFormProps {
  interaction: string;
  here: Here;
  onEnd(): void;
}

/** A step is mostly due within a week. */
const DAYS_AHEAD = 7;

export function NextStepForm({ interaction, here, onEnd }: NextStepFormProps) {
  const { t } = useTranslation();
  const run = useRun();
  const entry = useLive('meetings', 'get', { id: interaction }).data?.interaction;
  const [id] = useState(() => newId());
  const draft = useDraft(
    `nextStep:${interaction}`,
    { entity: 'interaction', record: id, client: entry?.client ?? null },
    { nextStep: '', nextStepOn: addDays(here.day, DAYS_AHEAD) as string | null },
  );
  const { nextStep, nextStepOn } = draft.values;
  if (!entry || !draft.ready) return null;

  async function write() {
    if (!entry || !nextStep.trim()) return;
    const { client, kind, happenedAt, zone } = entry;
    const written = await run(
      rpc.meetings.correct({
        id: draft.record,
        corrects: interaction,
        values: { client, kind, happenedAt, zone, nextStep: nextStep.trim(), nextStepOn },
      }),
      { done: 'day.stepWritten', undoable: true },
    );
    if (!written) return;
    await draft.discard();
    onEnd();
  }

  return (
    <form
      className={classes.stepForm}
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <FieldInput
        entity="interaction"
        field="nextStep"
        label={fieldLabel('interaction', 'nextStep')}
        value={nextStep}
        onChange={(text) => draft.set('nextStep', typeof text === 'string' ? text : '')}
      />
      <FieldInput
        entity="interaction"
        field="nextStepOn"
        label={fieldLabel('interaction', 'nextStepOn')}
        value={nextStepOn}
        onChange={(day) => draft.set('nextStepOn', typeof day === 'string' ? day : null)}
      />
      <Group gap={8}>
        <Button type="submit" disabled={!nextStep.trim()}>
          {t('day.writeStep')}
        </Button>
        <Button variant="subtle" onClick={() => void draft.discard().then(onEnd)}>
          {t('common.cancel')}
        </Button>
      </Group>
    </form>
  );
}
