/** What is to be seen, said or read there, in the person's own words. */
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useRun } from '#renderer/lib/run.ts';
import type { AttachmentRow } from '#shared/contract/attachments.ts';

export function CaptionDialog({ row, onClose }: { row: AttachmentRow; onClose(): void }) {
  const { t } = useTranslation();
  const run = useRun();
  const [text, setText] = useState(row.caption ?? '');
  async function save(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    const caption = text.trim() === '' ? null : text.trim();
    const saved = await run(rpc.attachments.caption({ id: row.id, caption }), { undoable: true });
    if (saved) onClose();
  }
  return (
    <Modal opened onClose={onClose} title={row.name} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={(event) => void save(event)}>
        <Stack>
          <Textarea
            label={t('fields.attachment.caption')}
            autosize
            minRows={2}
            maxLength={20_000}
            data-autofocus
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit">{t('attachments.captionSave')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
