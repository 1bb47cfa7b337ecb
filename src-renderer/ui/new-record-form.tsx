/** The form of a new record: kept as a draft from the first key, committed with its one button or Ctrl+Enter. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { Fragment, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#renderer/lib/client.ts';
import { type Draft, useDraft } from '#renderer/lib/draft.ts';
import { showTrouble } from '#renderer/lib/notes.tsx';
import { fieldProblems, problemSentence, sentenceFor } from '#renderer/lib/problems.ts';
import { stopAtUnusable } from './day-input.tsx';
import { FieldInput } from './field-input.tsx';
import { checkValue, fieldOf } from './field-values.ts';

export type FormValues = Record<string, unknown>;

export interface FormField {
  value: unknown;
  error: string | undefined;
  change(value: unknown): void;
}

export interface NewRecordFormProps {
  entity: string;
  /** Names the draft, for example `contact:<client id>`; the same key continues what was begun. */
  draftKey: string;
  /** Id for the new record when no draft was begun yet; keep it in state (`newId()`). */
  record: string;
  client?: string | null;
  /** Fields in the order of the form; those with a picker need an entry in `render`. */
  fields: readonly string[];
  initial?: FormValues;
  /** Fills in what nobody has touched, just before it is checked. */
  complete?(values: FormValues): FormValues;
  /** Writes the record. Missing values are `null`; fields of other entities in `initial` come along unchecked. */
  onCreate(id: string, values: FormValues): Promise<unknown>;
  onDone?(id: string): void;
  onCancel?(): void;
  submitLabel: string;
  /** Own inputs by field: pickers, or fields that stand beside others. */
  render?: Record<string, (field: FormField, draft: Draft<FormValues>) => ReactNode>;
  suggestions?: Record<string, string[]>;
  /** Below the fields: for example a hint about similar clients. */
  children?: (draft: Draft<FormValues>) => ReactNode;
}

export function NewRecordForm(props: NewRecordFormProps) {
  const { t } = useTranslation();
  const { entity, draftKey, record, client, fields, initial = {}, onCreate, onDone, onCancel } = props;
  const draft = useDraft<FormValues>(draftKey, { entity, record, client }, initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  if (!draft.ready) return null;

  async function create(): Promise<void> {
    if (stopAtUnusable(form.current)) return;
    const values: FormValues = props.complete?.(draft.values) ?? { ...draft.values };
    const found: Record<string, string> = {};
    for (const name of fields) {
      const checked = checkValue(fieldOf(entity, name), values[name]);
      if (checked.ok) values[name] = checked.value;
      else found[name] = problemSentence(checked.problem);
    }
    setErrors(found);
    if (Object.keys(found).length > 0) showFirstProblem(form.current);
    if (Object.keys(found).length > 0 || busy) return;
    setBusy(true);
    try {
      const id = draft.record;
      await onCreate(id, values);
      await draft.discard(newId());
      onDone?.(id);
    } catch (error) {
      const refused = fieldProblems(error);
      setErrors(Object.fromEntries(refused.map(({ field, problem }) => [field, problemSentence(problem)])));
      if (refused.every(({ field }) => !fields.includes(field))) showTrouble(sentenceFor(error));
      else showFirstProblem(form.current);
    } finally {
      setBusy(false);
    }
  }

  // What is given already needs no hand: writing begins at the first empty field.
  const first = fields.find((name) => (initial[name] ?? null) === null);
  return (
    <form
      ref={form}
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void create();
        }
      }}
    >
      <Stack gap="sm">
        {draft.restored && (
          <Text size="xs" c="dimmed" role="status">
            {t('common.draftRestored')}
          </Text>
        )}
        {fields.map((name) => {
          const change = (value: unknown) => {
            draft.set(name, value);
            if (errors[name]) setErrors(({ [name]: _, ...others }) => others);
          };
          const field: FormField = { value: draft.values[name] ?? null, error: errors[name], change };
          const own = props.render?.[name];
          if (own) return <Fragment key={name}>{own(field, draft)}</Fragment>;
          return (
            <FieldInput
              key={name}
              entity={entity}
              field={name}
              value={field.value}
              error={field.error}
              suggestions={props.suggestions?.[name]}
              autoFocus={name === first}
              onChange={change}
            />
          );
        })}
        {props.children?.(draft)}
        <Group gap="xs">
          <Button type="submit" loading={busy}>
            {props.submitLabel}
          </Button>
          {onCancel && (
            <Button variant="subtle" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
          )}
          {draft.dirty && (
            <Button
              variant="subtle"
              color="gray"
              ml="auto"
              onClick={() => {
                setErrors({});
                void draft.discard();
              }}
            >
              {t('common.discardDraft')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** Once the problems are on the screen: the first may stand above what is seen. */
function showFirstProblem(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    // A group of several inputs says what is wrong below them all.
    const sentence = form?.querySelector('.mantine-InputWrapper-error, .mantine-Input-error');
    const isFirst = field && (!sentence || field.compareDocumentPosition(sentence) & 4);
    if (isFirst) field.focus();
    else sentence?.scrollIntoView({ block: 'center' });
  });
}
