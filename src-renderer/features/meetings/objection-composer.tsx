/** An objection heard outside any entry: the same fields, who said it, and when. */
import { Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { useDraft } from '#renderer/lib/draft.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useRun } from '#renderer/lib/run.ts';
import { ChoiceRow } from './choice-row.tsx';
import type { ComposerKind } from './composer-kinds.tsx';
import { ComposerKinds } from './composer-kinds.tsx';
import { composerKeys } from './composer-keys.ts';
import type { PersonChoice } from './composer-people.tsx';
import { ComposerWhen } from './composer-when.tsx';
import classes from './composer.module.css';
import { emptyObjectionAlone, type ObjectionAloneDraft } from './log-draft.ts';
import { ComposerActions } from './log-form.tsx';
import { firstWords, valuesOfObjection } from './log-values.ts';
import { ObjectionFields } from './objection-fields.tsx';

interface ObjectionComposerProps {
  client: string;
  people: PersonChoice[];
  turn: number;
  onKind(kind: ComposerKind): void;
  onWritten(): void;
  onLeave(): void;
}

export function ObjectionComposer({
  client,
  people,
  turn,
  onKind,
  onWritten,
  onLeave,
}: ObjectionComposerProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [id] = useState(() => newId());
  const [initial] = useState(() => emptyObjectionAlone(id));
  const draft = useDraft<ObjectionAloneDraft>(
    `objection:new:${client}`,
    { entity: 'objection', record: id, client },
    initial,
  );
  const input = useRef<HTMLTextAreaElement>(null);
  const [busy, setBusy] = useState(false);
  const { ready } = draft;

  useEffect(() => {
    // Each ask, counted by its turn, moves the focus.
    if (ready && turn > 0) input.current?.focus();
  }, [ready, turn]);

  if (!ready) return null;
  const { objection, contact, raisedAt } = draft.values;

  async function commit() {
    if (!objection.text.trim()) {
      input.current?.focus();
      return;
    }
    setBusy(true);
    const { id: _, ...values } = valuesOfObjection(objection);
    const written = await run(
      rpc.objections.create({
        id: draft.record,
        values: { ...values, client, contact, interaction: null, raisedAt: raisedAt ?? Date.now() },
      }),
      { done: 'meetings.objectionWritten', params: { text: firstWords(objection.text) }, undoable: true },
    );
    setBusy(false);
    if (!written) return;
    await draft.discard(newId());
    onWritten();
  }

  return (
    <div onKeyDown={composerKeys(() => void commit(), onLeave)}>
      <ComposerKinds chosen="objection" withObjection onChoose={onKind} />
      <div className={classes.form}>
        {draft.restored && (
          <Text size="sm" c="dimmed" role="status">
            {t('common.draftRestored')}
          </Text>
        )}
        <ObjectionFields
          value={objection}
          inputRef={input}
          onChange={(next) => draft.set('objection', next)}
        />
        <ChoiceRow
          label={fieldLabel('objection', 'contact')}
          options={people.map((person) => ({ value: person.id, label: person.name, detail: person.detail }))}
          chosen={contact ? [contact] : []}
          onToggle={(one) => draft.set('contact', one === contact ? null : one)}
        />
        <ComposerWhen
          label={fieldLabel('objection', 'raisedAt')}
          value={raisedAt}
          onChange={(when) => draft.set('raisedAt', when)}
        />
        <ComposerActions
          label={t('meetings.writeObjection')}
          busy={busy}
          onCommit={() => void commit()}
          onLeave={onLeave}
          onDiscard={() => {
            void draft.discard();
            onWritten();
          }}
        />
      </div>
    </div>
  );
}
