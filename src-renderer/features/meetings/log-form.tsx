/**
 * The form of an entry: what was said, an objection and a promise straight after it, then who, when and what next. One
 * line for each is always there, so that they need only Tab. Nothing is required but a word about something.
 */
import { ActionIcon, Button, Group, Kbd, SimpleGrid, Text, Textarea, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#renderer/lib/client.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { AttachmentsInput } from '#renderer/pickers/attachments-input.tsx';
import { FieldInput } from '#renderer/ui/field-input.tsx';
import { ComposerPeople, type PersonChoice } from './composer-people.tsx';
import { ComposerWhen } from './composer-when.tsx';
import classes from './composer.module.css';
import { QUESTIONS, VERBS } from './kind-words.ts';
import { emptyObjection, type LogDraft } from './log-draft.ts';
import { LogParts } from './log-parts.tsx';
import { LogPromises } from './log-promises.tsx';
import { ObjectionFields } from './objection-fields.tsx';

interface LogFormProps {
  client: string;
  people: PersonChoice[];
  others: PersonChoice[];
  values: LogDraft;
  onChange(patch: Partial<LogDraft>): void;
  summaryRef: RefObject<HTMLTextAreaElement | null>;
  objectionRef: RefObject<HTMLTextAreaElement | null>;
  promiseRef: RefObject<HTMLInputElement | null>;
  /** The client's town. */
  town: string | null;
  /** What an entry is of, where it is the record of a planned meeting. */
  heading?: ReactNode;
  /** A correction leaves alone what was heard in the entry. */
  withHeard: boolean;
  restored: boolean;
  problem: string | null;
  busy: boolean;
  /** An attachment is on its way, or a memo is being recorded. */
  onBusy(isBusy: boolean): void;
  onCommit(): void;
  onLeave(): void;
  onDiscard(): void;
}

export function LogForm(props: LogFormProps) {
  const { client, people, others, values, onChange, summaryRef, objectionRef, withHeard, problem } = props;
  const { t } = useTranslation();
  // The line waiting for the next objection has an id before anything is typed into it.
  const [waiting, setWaiting] = useState(() => emptyObjection(newId()));
  // What was sent meanwhile must not be forgotten by what is sent next.
  const latest = useRef(values.attachments);
  latest.current = values.attachments;
  const objections = values.objections.length > 0 ? values.objections : [waiting];

  return (
    <div className={classes.form} data-testid="composer-form" data-typing>
      {props.heading}
      {props.restored && (
        <Text size="sm" c="dimmed" role="status">
          {t('common.draftRestored')}
        </Text>
      )}
      <Textarea
        ref={summaryRef}
        autosize
        minRows={2}
        maxRows={14}
        autoComplete="off"
        name="interaction-summary"
        aria-label={fieldLabel('interaction', 'summary')}
        placeholder={t(QUESTIONS[values.kind])}
        value={values.summary}
        error={problem}
        onChange={(event) => onChange({ summary: event.currentTarget.value })}
      />
      {withHeard &&
        objections.map((one, at) => (
          <ObjectionFields
            key={one.id}
            value={one}
            inputRef={at === objections.length - 1 ? objectionRef : undefined}
            onChange={(next) => {
              const known = values.objections.some((old) => old.id === next.id);
              onChange({
                objections: known
                  ? values.objections.map((old) => (old.id === next.id ? next : old))
                  : [...values.objections, next],
              });
            }}
            onRemove={() => {
              setWaiting(emptyObjection(newId()));
              onChange({ objections: values.objections.filter((old) => old.id !== one.id) });
            }}
          />
        ))}
      {withHeard && values.objections.some((one) => one.text.trim()) && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange({ objections: [...values.objections, emptyObjection(newId())] })}
        >
          {t('meetings.objectionNext')}
        </Button>
      )}
      {withHeard && (
        <LogPromises
          promises={values.promises}
          inputRef={props.promiseRef}
          onChange={(promises) => onChange({ promises })}
        />
      )}
      <ComposerPeople
        client={client}
        people={people}
        others={others}
        chosen={values.people}
        onChange={(chosen) => onChange({ people: chosen })}
      />
      <ComposerWhen
        label={fieldLabel('interaction', 'happenedAt')}
        value={values.happenedAt}
        onChange={(happenedAt) => onChange({ happenedAt })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={8}>
        <FieldInput
          entity="interaction"
          field="nextStep"
          label={null}
          placeholder={fieldLabel('interaction', 'nextStep')}
          value={values.nextStep}
          onChange={(text) => onChange({ nextStep: typeof text === 'string' ? text : '' })}
        />
        <FieldInput
          entity="interaction"
          field="nextStepOn"
          label={null}
          placeholder={fieldLabel('interaction', 'nextStepOn')}
          value={values.nextStepOn}
          onChange={(day) => onChange({ nextStepOn: typeof day === 'string' ? day : null })}
        />
      </SimpleGrid>
      <LogParts values={values} onChange={onChange} town={props.town} withTrip={withHeard} />
      {withHeard && (
        <AttachmentsInput
          place={{ client }}
          value={values.attachments}
          onBusy={props.onBusy}
          onChange={(change) => {
            latest.current = change(latest.current);
            onChange({ attachments: latest.current });
          }}
        />
      )}
      <ComposerActions
        label={withHeard ? t(VERBS[values.kind]) : t('meetings.writeCorrection')}
        busy={props.busy}
        onCommit={props.onCommit}
        onLeave={props.onLeave}
        onDiscard={props.onDiscard}
      />
    </div>
  );
}

interface ComposerActionsProps {
  label: string;
  busy: boolean;
  onCommit(): void;
  onLeave(): void;
  onDiscard(): void;
}

export function ComposerActions({ label, busy, onCommit, onLeave, onDiscard }: ComposerActionsProps) {
  const { t } = useTranslation();
  return (
    <Group gap={8} className={classes.actions}>
      <Button onClick={onCommit} loading={busy} rightSection={<Kbd size="xs">Ctrl Enter</Kbd>}>
        {label}
      </Button>
      <Button variant="subtle" onClick={onLeave} rightSection={<Kbd size="xs">Esc</Kbd>}>
        {t('common.close')}
      </Button>
      <Tooltip label={t('common.discardDraft')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          ml="auto"
          aria-label={t('common.discardDraft')}
          onClick={onDiscard}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
