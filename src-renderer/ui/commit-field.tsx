/** A field of an existing record, edited where it stands. */
import { Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#renderer/lib/live.ts';
import { unitOf } from '#shared/entities/define.ts';
import { entityNamed } from '#shared/entities/index.ts';
import { ConflictMark, useOpenConflict } from './conflict-mark.tsx';
import { FieldInput } from './field-input.tsx';
import { fieldOf } from './field-values.ts';
import { type CommitSubject, type Committed, useCommitted } from './use-committed.ts';
import { Loading } from './loading.tsx';
import { useValueWords } from './value-words.ts';

export interface CommitFieldProps extends CommitSubject {
  /** Instead of the field's own label; `null` hides it from sight only. */
  label?: string | null;
  description?: string;
  placeholder?: string;
  suggestions?: string[];
  autoFocus?: boolean;
  minRows?: number;
  variant?: 'default' | 'unstyled' | 'filled';
  disabled?: boolean;
  /** After Enter or Esc, for example to leave an inline editor. */
  onLeave?(): void;
}

/** Kinds that are complete with one gesture and are therefore committed at once. */
const AT_ONCE = new Set(['choice', 'flag']);

/** Inputs with no room for the mark beside them say in words that they are saved. */
const WITHOUT_MARK = new Set(['phones', 'emails', 'addresses', 'texts', 'flag']);

export function CommitField(props: CommitFieldProps) {
  return <FieldInPlace key={`${props.entity}:${props.record}:${props.field}`} {...props} />;
}

function FieldInPlace(props: CommitFieldProps) {
  const { entity, field, record, client, value, onCommit, onLeave, ...look } = props;
  const { t } = useTranslation();
  const committed = useCommitted({ entity, field, record, client, value, onCommit });
  const kind = fieldOf(entity, field).kind;
  const atOnce = AT_ONCE.has(kind) || (entity === 'client' && field === 'country');

  let hint: ReactNode = look.description;
  if (committed.state === 'saved' && WITHOUT_MARK.has(kind)) hint = t('common.saved');
  if (committed.restored) hint = t('common.draftRestored');
  if (committed.changedElsewhere) hint = <Elsewhere {...{ entity, record, field, value }} />;
  if (useOpenConflict({ entity, record, field })) {
    hint = (
      <>
        {hint} <ConflictMark record={record} />
      </>
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Escape' && committed.state === 'typing') {
      event.stopPropagation();
      committed.restore();
      onLeave?.();
    }
    const enter = event.key === 'Enter' && !event.nativeEvent.isComposing;
    if (enter && (kind !== 'longText' || event.ctrlKey || event.metaKey)) {
      event.stopPropagation();
      committed.commit();
      if (kind !== 'phones' && kind !== 'emails') onLeave?.();
    }
  }

  return (
    <FieldInput
      {...look}
      entity={entity}
      field={field}
      value={committed.value}
      error={committed.problem}
      description={hint}
      // Only while there is something to say: a chooser's own arrow stands in the same place.
      rightSection={
        committed.state === 'saving' || committed.state === 'saved' ? (
          <StateMark state={committed.state} />
        ) : undefined
      }
      onChange={atOnce ? committed.commit : committed.type}
      onBlur={() => committed.commit()}
      onKeyDown={onKeyDown}
    />
  );
}

function StateMark({ state }: { state: Committed['state'] }): ReactNode {
  const { t } = useTranslation();
  if (state === 'saving') return <Loading size={14} aria-label={t('common.saving')} />;
  return (
    <span role="status" aria-label={t('common.saved')} title={t('common.saved')}>
      <IconCheck size={16} aria-hidden />
    </span>
  );
}

interface ElsewhereProps {
  entity: string;
  record: string;
  field: string;
  value: unknown;
}

/** What would be overwritten, and who wrote it where it came from a colleague. */
function Elsewhere({ entity, record, field, value }: ElsewhereProps) {
  const { t } = useTranslation();
  const words = useValueWords();
  const me = useLive('settings', 'get', {}).data?.member.id;
  const unit = unitOf(entityNamed(entity), field);
  const newest = useLive('history', 'of', { entity, id: record }).data?.find(
    (change) => change.unit === unit,
  );
  const params = { value: words.of(entity, field, value) || t('common.none') };
  const who = newest && newest.actor !== me ? newest.actorName : null;
  return (
    <Text component="span" size="xs" c="orange">
      {who ? t('common.changedByOther', { ...params, who }) : t('common.changedElsewhere', params)}
    </Text>
  );
}
