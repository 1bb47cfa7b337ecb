/** The line below a checklist into which further items are typed, one Enter each. */
import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { useDraft } from '#renderer/lib/draft.ts';
import { problemSentence } from '#renderer/lib/problems.ts';
import { useRun } from '#renderer/lib/run.ts';
import { checkValue, fieldOf } from '#renderer/ui/field-values.ts';

export function ChecklistAddItem({ checklist, client }: { checklist: string; client: string }) {
  const { t } = useTranslation();
  const run = useRun();
  // One id per item until it is in the base, so that a repeated Enter adds nothing twice.
  const id = useRef(newId());
  const [problem, setProblem] = useState<string>();
  const draft = useDraft(
    `checklistItem:new:${checklist}`,
    { entity: 'checklistItem', record: id.current, client },
    { text: '' },
  );

  async function add() {
    if (draft.values.text.trim() === '') return;
    const checked = checkValue(fieldOf('checklistItem', 'text'), draft.values.text);
    if (!checked.ok) {
      setProblem(problemSentence(checked.problem));
      return;
    }
    const added = await run(
      rpc.checklists.addItem({ id: id.current, checklist, text: checked.value as string }),
    );
    if (!added) return;
    id.current = newId();
    await draft.discard();
  }

  return (
    <TextInput
      variant="unstyled"
      autoComplete="off"
      disabled={!draft.ready}
      leftSection={<IconPlus size={14} aria-hidden />}
      placeholder={t('contracts.checklist.addItem')}
      aria-label={t('contracts.checklist.addItem')}
      value={draft.values.text}
      error={problem}
      onChange={(event) => {
        setProblem(undefined);
        draft.set('text', event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        void add();
      }}
    />
  );
}
