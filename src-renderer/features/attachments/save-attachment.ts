/** Bytes of an attachment on their way out of the window. */
import { readAttachment } from '#renderer/lib/attachment-bytes.ts';
import { rpc } from '#renderer/lib/client.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { say } from '#renderer/lib/i18n.ts';
import { showTrouble } from '#renderer/lib/notes.tsx';
import { saveFile } from '#renderer/lib/save-file.ts';
import type { AttachmentRow } from '#shared/contract/attachments.ts';

type Named = Pick<AttachmentRow, 'id' | 'name'>;

/** To the disk only, as bytes: no browser opens it by itself. Who saves what acts has been warned before. */
export async function saveAttachment({ id, name }: Named): Promise<void> {
  saveFile(await readAttachment(id, 'application/octet-stream'), name);
}

/** In the system's program, when the bytes prove that it is of a kind that does not act; main looks once more. */
export async function openElsewhere({ id, name }: Named): Promise<void> {
  const { handling } = await rpc.attachments.look({ id });
  if (handling !== 'handOn' && handling !== 'show')
    return showTrouble(say(`attachments.notOpened.${handling}`));
  const blob = await readAttachment(id, 'application/octet-stream');
  const result = await desktop?.openFile(name, new Uint8Array(await blob.arrayBuffer()));
  if (result !== 'opened') showTrouble(say('attachments.openFailed'));
}
