/** One objection as it is heard: the text first, the rest appears once there is a text. */
import { Autocomplete, CloseButton, SimpleGrid, Textarea } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { FieldInput } from '#renderer/ui/field-input.tsx';
import { OBJECTION_KINDS, OBJECTION_OUTCOMES } from '#shared/entities/objections.ts';
import { ChoiceRow } from './choice-row.tsx';
import classes from './composer.module.css';
import type { ObjectionDraft } from './log-draft.ts';

interface ObjectionFieldsProps {
  value: ObjectionDraft;
  onChange(next: ObjectionDraft): void;
  onRemove?(): void;
  /** An objection within an entry has the next step of the entry. */
  withFollowUp?: boolean;
  inputRef?: RefObject<HTMLTextAreaElement | null>;
}

export function ObjectionFields({ value, onChange, onRemove, withFollowUp, inputRef }: ObjectionFieldsProps) {
  const { t } = useTranslation();
  const begun = value.text.trim() !== '';
  const set = (patch: Partial<ObjectionDraft>) => onChange({ ...value, ...patch });
  return (
    <div className={begun ? classes.heard : undefined} role="group" aria-label={t('meetings.objection')}>
      <Textarea
        ref={inputRef}
        className={onRemove && begun ? classes.beside : undefined}
        autosize
        minRows={1}
        maxRows={8}
        autoComplete="off"
        name="objection-text"
        aria-label={t('meetings.objectionText')}
        placeholder={t('meetings.objectionPlaceholder')}
        value={value.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      {begun && (
        <>
          <ChoiceRow
            label={t('meetings.objectionKind')}
            options={OBJECTION_KINDS.map((kind) => ({
              value: kind,
              label: choiceLabel('objection', 'kind', kind),
            }))}
            chosen={value.kind ? [value.kind] : []}
            onToggle={(kind) => set({ kind: kind === value.kind ? null : kind })}
          />
          <FieldInput
            entity="objection"
            field="answer"
            label={null}
            placeholder={t('meetings.objectionAnswer')}
            minRows={1}
            value={value.answer}
            onChange={(answer) => set({ answer: asText(answer) })}
          />
          <ChoiceRow
            label={fieldLabel('objection', 'outcome')}
            options={OBJECTION_OUTCOMES.map((outcome) => ({
              value: outcome,
              label: choiceLabel('objection', 'outcome', outcome),
            }))}
            chosen={[value.outcome]}
            onToggle={(outcome) => set({ outcome })}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={8}>
            <Suggested field="product" value={value.product} onChange={(product) => set({ product })} />
            <Suggested
              field="competitor"
              value={value.competitor}
              onChange={(competitor) => set({ competitor })}
            />
            {withFollowUp && (
              <>
                <FieldInput
                  entity="objection"
                  field="followUp"
                  label={null}
                  placeholder={fieldLabel('objection', 'followUp')}
                  value={value.followUp}
                  onChange={(followUp) => set({ followUp: asText(followUp) })}
                />
                <FieldInput
                  entity="objection"
                  field="followUpOn"
                  label={null}
                  placeholder={fieldLabel('objection', 'followUpOn')}
                  value={value.followUpOn}
                  onChange={(day) => set({ followUpOn: typeof day === 'string' ? day : null })}
                />
              </>
            )}
          </SimpleGrid>
          {onRemove && (
            // Last for the keyboard, so that Tab goes from the text to what it is about.
            <CloseButton
              className={classes.remove}
              size={36}
              iconSize={16}
              aria-label={t('meetings.objectionRemove')}
              onClick={onRemove}
            />
          )}
        </>
      )}
    </div>
  );
}

interface SuggestedProps {
  field: 'product' | 'competitor';
  value: string;
  onChange(value: string): void;
}

/** Products and competitors named before, offered while typing. */
function Suggested({ field, value, onChange }: SuggestedProps) {
  const [asked, setAsked] = useState(false);
  const known = useLive(
    'objections',
    'suggest',
    { field, text: value },
    { enabled: asked, keepPrevious: true },
  );
  return (
    <Autocomplete
      aria-label={fieldLabel('objection', field)}
      placeholder={fieldLabel('objection', field)}
      autoComplete="off"
      name={`objection-${field}`}
      data={known.data ?? []}
      // The engine has already matched, blind to accents.
      filter={({ options }) => options}
      value={value}
      onFocus={() => setAsked(true)}
      onChange={onChange}
    />
  );
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
