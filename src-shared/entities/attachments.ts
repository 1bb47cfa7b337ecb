/** Photos, voice memos and files: the row says what it is and where it belongs, the bytes lie beside the base by their hash. */
import { defineEntity } from './define.ts';
import { choice, instant, integer, longText, reference, text } from './field.ts';

export const ATTACHMENT_KINDS = ['photo', 'memo', 'file'] as const;

export const attachment = defineEntity({
  name: 'attachment',
  table: 'attachment',
  root: 'client',
  search: { parts: false },
  fields: {
    client: reference('client', { required: true, fixed: true }),
    interaction: reference('interaction', { fixed: true }),
    meeting: reference('meeting', { fixed: true }),
    contract: reference('contract', { fixed: true }),
    kind: choice(ATTACHMENT_KINDS, { required: true, fixed: true }),
    name: text({ required: true, max: 200, personal: true, search: 'name' }),
    mediaType: text({ required: true, max: 120, fixed: true }),
    /** Bytes. */
    size: integer({ required: true, max: 1_000_000_000, fixed: true }),
    /** SHA-256 of the bytes, lower-case hexadecimal: the name of the file on the disk and on the server. */
    hash: text({ required: true, max: 64, fixed: true }),
    /** Of a memo, in milliseconds. */
    duration: integer({ max: 86_400_000, fixed: true }),
    takenAt: instant({ required: true, fixed: true }),
    caption: longText({ personal: true, search: 'detail' }),
  },
});
