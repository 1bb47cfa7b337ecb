/** What can be done with one attachment: open where that is safe, save, caption, remove. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical, IconDownload, IconExternalLink, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { showTrouble } from '#renderer/lib/notes.tsx';
import { sentenceFor, useRun } from '#renderer/lib/run.ts';
import type { AttachmentRow } from '#shared/contract/attachments.ts';
import { CaptionDialog } from './caption-dialog.tsx';
import { isHere } from './is-here.ts';
import { openElsewhere, saveAttachment } from './save-attachment.ts';
import { SaveWarning } from './save-warning.tsx';

export function AttachmentMenu({ row, className }: { row: AttachmentRow; className?: string | undefined }) {
  const { t } = useTranslation();
  const run = useRun();
  const [captioned, setCaptioned] = useState(false);
  const [warned, setWarned] = useState(false);
  const here = isHere(row);

  const trying = (work: () => Promise<void>) => void work().catch((error) => showTrouble(sentenceFor(error)));
  const save = async () => {
    const { handling } = await rpc.attachments.look({ id: row.id });
    if (handling === 'warn') setWarned(true);
    else await saveAttachment(row);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            className={className}
            aria-label={t('attachments.menu', { name: row.name })}
          >
            <IconDotsVertical size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {desktop && (
            <Menu.Item
              leftSection={<IconExternalLink size={16} />}
              disabled={!here}
              onClick={() => trying(() => openElsewhere(row))}
            >
              {t('attachments.open')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconDownload size={16} />} disabled={!here} onClick={() => trying(save)}>
            {t('attachments.save')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setCaptioned(true)}>
            {t('attachments.captionEdit')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} />}
            onClick={() =>
              void run(rpc.attachments.remove({ id: row.id }), {
                done: 'attachments.removed',
                undoable: true,
              })
            }
          >
            {t('attachments.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {captioned && <CaptionDialog row={row} onClose={() => setCaptioned(false)} />}
      {warned && (
        <SaveWarning
          name={row.name}
          onSave={() => trying(() => saveAttachment(row))}
          onClose={() => setWarned(false)}
        />
      )}
    </>
  );
}
