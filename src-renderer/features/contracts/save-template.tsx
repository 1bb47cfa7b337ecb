/** Makes a template of one's own out of a checklist: its items as they stand, without what was done. */
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { problemSentence } from '#renderer/lib/problems.ts';
import { useRun } from '#renderer/lib/run.ts';
import { checkValue, fieldOf } from '#renderer/ui/field-values.ts';
import type { ChecklistProgress } from '#shared/contract/contracts.ts';
import type { CONTRACT_TYPES } from '#shared/entities/contracts.ts';
import type { MEETING_TYPES } from '#shared/entities/meetings.ts';

interface SaveTemplateProps {
  checklist: ChecklistProgress;
  contractType: string | null;
  meetingType: string | null;
  onClose(): void;
}

export function SaveTemplate({ checklist, contractType, meetingType, onClose }: SaveTemplateProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [id] = useState(() => newId());
  const [name, setName] = useState(checklist.name);
  const [problem, setProblem] = useState<string>();

  async function save(event: FormEvent) {
    event.preventDefault();
    const checked = checkValue(fieldOf('checklistTemplate', 'name'), name);
    if (!checked.ok) {
      setProblem(problemSentence(checked.problem));
      return;
    }
    const values = {
      name: checked.value as string,
      subject: subjectOf(checklist),
      contractType: contractType as (typeof CONTRACT_TYPES)[number] | null,
      meetingType: meetingType as (typeof MEETING_TYPES)[number] | null,
      items: checklist.items.map((item) => item.text),
    };
    const saved = await run(rpc.checklists.saveTemplate({ id, values }), {
      done: 'contracts.checklist.templateSaved',
      undoable: true,
    });
    if (saved) onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('contracts.checklist.saveTemplate')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            autoComplete="off"
            label={t('contracts.checklist.templateName')}
            description={t('contracts.checklist.items', { count: checklist.items.length })}
            value={name}
            error={problem}
            onChange={(event) => {
              setProblem(undefined);
              setName(event.currentTarget.value);
            }}
          />
          <Group>
            <Button type="submit">{t('contracts.checklist.saveTemplate')}</Button>
            <Button variant="subtle" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function subjectOf({ contract, meeting }: ChecklistProgress): 'client' | 'contract' | 'meeting' {
  if (meeting) return 'meeting';
  return contract ? 'contract' : 'client';
}
