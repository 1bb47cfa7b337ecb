/** The outcome chosen with one touch; it is written at once. */
import { useState } from 'react';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useRun } from '#renderer/lib/run.ts';
import { OBJECTION_OUTCOMES } from '#shared/entities/objections.ts';
import classes from './objections.module.css';

interface OutcomeChoiceProps {
  /** Name of the group of radio buttons, unique on the screen. */
  name: string;
  label: string;
  outcome: string;
  onChoose(outcome: string): Promise<unknown>;
}

export function OutcomeChoice({ name, label, outcome, onChoose }: OutcomeChoiceProps) {
  const run = useRun();
  // Shown before it is written, and only as long as what it was chosen over still stands.
  const [sent, setSent] = useState<{ outcome: string; over: string }>();
  const shown = sent && sent.over === outcome ? sent.outcome : outcome;

  async function choose(next: string) {
    setSent({ outcome: next, over: outcome });
    const written = await run(onChoose(next), { undoable: true });
    if (!written) setSent(undefined);
  }

  return (
    <fieldset className={classes.outcomes}>
      <legend>{label}</legend>
      <div className={classes.outcomeChoices}>
        {OBJECTION_OUTCOMES.map((one) => (
          <label key={one} className={classes.outcomeChoice} data-outcome={one}>
            <input type="radio" name={name} checked={one === shown} onChange={() => void choose(one)} />
            {choiceLabel('objection', 'outcome', one)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
