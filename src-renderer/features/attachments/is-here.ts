import type { AttachmentRow } from '#shared/contract/attachments.ts';

/** Whether the bytes lie on this computer. */
export function isHere({ state }: Pick<AttachmentRow, 'state'>): boolean {
  return state === 'local' || state === 'uploading' || state === 'stored';
}
