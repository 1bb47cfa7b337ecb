/**
 * Photos, voice memos and files. The bytes come first, in slices under the id of the attachment to be (`begin`, `send`,
 * `finish`); then `add`, or the command that logs a visit, makes the record. Until then they wait, also over a restart.
 */
import { z } from 'zod';
import { ATTACHMENT_LIMIT } from '#shared/domain/attachments/file-rules.ts';
import { ATTACHMENT_KINDS, attachment } from '#shared/entities/attachments.ts';
import { byId, command, done, id, query } from './base.ts';

/** Greatest slice of one `send` or `read`, in bytes. */
export const ATTACHMENT_SLICE = 1024 * 1024;

/**
 * Where the bytes are. `local`: only here. `uploading`: the server has a part. `stored`: here and there. `remote`: not on
 * this computer yet. `missing`: not here, and the server has none either.
 */
export const BLOB_STATES = ['local', 'uploading', 'stored', 'remote', 'missing'] as const;
/** What may be done with it (src-shared/domain/attachments/file-rules.ts). */
export const HANDLINGS = ['show', 'play', 'handOn', 'save', 'warn'] as const;

/** To what an attachment belongs; always to a client, and perhaps to one thing that happened with it. */
const place = {
  client: id,
  interaction: id.nullable().default(null),
  meeting: id.nullable().default(null),
  contract: id.nullable().default(null),
};

export const attachmentRow = z.object({
  id,
  client: id,
  interaction: id.nullable(),
  meeting: id.nullable(),
  contract: id.nullable(),
  kind: z.enum(ATTACHMENT_KINDS),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  duration: z.int().nullable(),
  takenAt: z.int(),
  caption: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdByName: z.string().nullable(),
  state: z.enum(BLOB_STATES),
  /** Bytes sent or fetched so far, while they are. */
  moved: z.int(),
  /** Somebody asked for the bytes, and they are on their way as soon as the server can be reached. */
  wanted: z.boolean(),
});
export type AttachmentRow = z.infer<typeof attachmentRow>;

/** Bytes that are here and belong to no record yet. */
export const waitingRow = z.object({
  id,
  ...place,
  clientName: z.string(),
  name: z.string(),
  kind: z.enum(ATTACHMENT_KINDS),
  size: z.int(),
  at: z.int(),
  /** A recording that was cut off: the program ended while it ran. */
  recovered: z.boolean(),
});
export type WaitingRow = z.infer<typeof waitingRow>;

export const attachments = {
  /** Says what is coming. Asked again it changes nothing and tells how much is here. */
  begin: command()
    .input(z.object({ id, ...place, name: attachment.fields.name.schema, recording: z.boolean() }))
    .output(z.object({ bytes: z.int() })),
  /**
   * Puts a slice behind the others; on the disk when it is answered. What is here already is passed over. REFUSED:
   * `attachmentTooLarge`, `attachmentGap` (ask `begin` again), `attachmentGone`.
   */
  send: command()
    .input(z.object({ id, offset: z.int().min(0).max(ATTACHMENT_LIMIT), chunk: z.file() }))
    .output(z.object({ bytes: z.int() })),
  /** All of it is here: what it is, by its content. REFUSED: `attachmentEmpty`, `attachmentGone`. */
  finish: command()
    .input(byId)
    .output(
      z.object({
        kind: z.enum(ATTACHMENT_KINDS),
        mediaType: z.string(),
        size: z.int(),
        handling: z.enum(HANDLINGS),
      }),
    ),
  /** Forgets what was sent and not attached. */
  discard: command().input(byId).output(z.object({})),
  /** Makes the record of bytes that are here. REFUSED `attachmentGone` when they are not. */
  add: command()
    .input(
      z.object({
        id,
        ...place,
        caption: attachment.fields.caption.schema.default(null),
        duration: attachment.fields.duration.schema.default(null),
        takenAt: z.int().optional(),
      }),
    )
    .output(done),
  /** For scripts: takes a file from the disk. */
  addFile: command()
    .input(
      z.object({
        id,
        ...place,
        path: z.string().min(1).max(4096),
        caption: attachment.fields.caption.schema.default(null),
      }),
    )
    .output(done),
  /** Newest first: all of a client, or those of entries (an entry and its corrections), of a meeting, of a contract. */
  list: query('attachment', 'member', 'blob')
    .input(
      z.object({
        client: id.optional(),
        interactions: z.array(id).max(500).optional(),
        meeting: id.optional(),
        contract: id.optional(),
      }),
    )
    .output(z.array(attachmentRow)),
  /** What waits to be attached: recordings that were cut off and that no draft names or, by `ids`, what a draft names. */
  waiting: query('blob', 'attachment', 'client', 'draft')
    .input(z.object({ client: id.optional(), ids: z.array(id).max(200).optional() }))
    .output(z.array(waitingRow)),
  /** What may be done with it, found out from its bytes; also of what waits. REFUSED `attachmentNotHere`, `attachmentDamaged`. */
  look: query('blob')
    .input(byId)
    .output(z.object({ name: z.string(), mediaType: z.string(), handling: z.enum(HANDLINGS) })),
  /** A slice of the bytes; also of what waits. REFUSED `attachmentNotHere`, `attachmentDamaged`. */
  read: query('blob')
    .input(
      z.object({
        id,
        offset: z.int().min(0),
        length: z.int().min(1).max(ATTACHMENT_SLICE).default(ATTACHMENT_SLICE),
      }),
    )
    .output(z.object({ bytes: z.file(), size: z.int() })),
  /** For scripts: writes it to a new file. */
  save: command()
    .input(z.object({ id, path: z.string().min(1).max(4096) }))
    .output(z.object({ bytes: z.int() })),
  /** Fetches bytes that are not on this computer, now or as soon as the server can be reached. */
  fetch: command().input(byId).output(z.object({})),
  caption: command()
    .input(z.object({ id, caption: attachment.fields.caption.schema }))
    .output(done),
  remove: command().input(byId).output(done),
};
