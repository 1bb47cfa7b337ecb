/** One promise as it is heard: what, then whose and until when, once there is a text. Enter goes on to the next one. */
import { CloseButton, TextInput } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { DayInput } from '#renderer/ui/day-input.tsx';
import { DUE_CHOICES, type DueChoice, dueDays } from '#shared/domain/promises/due-choices.ts';
import { PROMISE_SIDES } from '#shared/entities/promises.ts';
import { ChoiceRow } from './choice-row.tsx';
import classes from './composer.module.css';
import type { PromiseDraft } from './log-draft.ts';

interface PromiseFieldsProps {
  value: PromiseDraft;
  onChange(next: PromiseDraft): void;
  onRemove(): void;
  /** Enter in the text: another promise. */
  onNext(): void;
  inputRef?: RefObject<HTMLInputElement | null> | undefined;
}

export function PromiseFields({ value, onChange, onRemove, onNext, inputRef }: PromiseFieldsProps) {
  const { t } = useTranslation();
  const begun = value.text.trim() !== '';
  const set = (patch: Partial<PromiseDraft>) => onChange({ ...value, ...patch });
  return (
    <div className={begun ? classes.heard : undefined} role="group" aria-label={t('meetings.promise')}>
      <TextInput
        ref={inputRef}
        className={begun ? classes.beside : undefined}
        autoComplete="off"
        name="promise-text"
        maxLength={500}
        aria-label={fieldLabel('promise', 'text')}
        placeholder={t('meetings.promisePlaceholder')}
        value={value.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
            return;
          event.preventDefault();
          if (begun) onNext();
        }}
      />
      {begun && (
        <>
          <div className={classes.rows}>
            <ChoiceRow
              label={fieldLabel('promise', 'side')}
              options={PROMISE_SIDES.map((side) => ({
                value: side,
                label: choiceLabel('promise', 'side', side),
              }))}
              chosen={[value.side]}
              onToggle={(side) => set({ side })}
            />
            <DueRow value={value.dueOn} onChange={(dueOn) => set({ dueOn })} />
          </div>
          <CloseButton
            className={classes.remove}
            size={36}
            iconSize={16}
            aria-label={t('meetings.promiseRemove')}
            onClick={onRemove}
          />
        </>
      )}
    </div>
  );
}

type Choice = DueChoice | 'other';

function DueRow({ value, onChange }: { value: string | null; onChange(day: string | null): void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const days = dueDays(today());
  const known = DUE_CHOICES.find((choice) => days[choice] === value);
  const isOther = asked || (value !== null && !known);
  const words = {
    tomorrow: t('meetings.due.tomorrow'),
    friday: t('meetings.due.friday'),
    week: t('meetings.due.week'),
    other: t('meetings.due.other'),
  };
  return (
    <ChoiceRow<Choice>
      label={fieldLabel('promise', 'dueOn')}
      options={([...DUE_CHOICES, 'other'] as const).map((choice) => ({
        value: choice,
        label: words[choice],
      }))}
      chosen={isOther ? ['other'] : known ? [known] : []}
      onToggle={(choice) => {
        setAsked(choice === 'other' && !isOther);
        if (choice === 'other') onChange(isOther ? null : value);
        else onChange(days[choice] === value ? null : days[choice]);
      }}
    >
      {isOther && (
        <DayInput
          w={132}
          autoFocus={asked}
          aria-label={fieldLabel('promise', 'dueOn')}
          value={value}
          onChange={onChange}
        />
      )}
    </ChoiceRow>
  );
}
