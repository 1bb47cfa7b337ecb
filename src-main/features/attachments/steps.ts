/** Writes that other features make to attachments inside their own action. */
import { notFound, refused } from '#main/data/app-error.ts';
import { readRecord } from '#main/data/codec.ts';
import { statement } from '#main/data/statement.ts';
import type { Transaction } from '#main/data/write.ts';
import { attachment } from '#shared/entities/attachments.ts';
import { client } from '#shared/entities/clients.ts';
import type { IncomingRow } from './incoming.ts';

export interface AttachValues {
  client: string;
  interaction?: string | null;
  meeting?: string | null;
  contract?: string | null;
  caption?: string | null;
  /** Of a memo, in milliseconds. */
  duration?: number | null;
  /** UTC milliseconds; the time at which it was sent when it is not said. */
  takenAt?: number | undefined;
}

/**
 * Makes the record of bytes that the window has sent before under this very id (`attachments.begin`, `send`, `finish`):
 * a visit that is logged with its photos and its memo is one action and one undo. Repeated, it changes nothing. Throws
 * REFUSED `attachmentGone` when the bytes are not here or not finished.
 */
export function attach(tx: Transaction, id: string, values: AttachValues): void {
  if (readRecord(tx.db, attachment, id)) return;
  const sent = statement<IncomingRow>(tx.db, 'SELECT * FROM incoming WHERE id = ?').get(id);
  if (!sent || sent.hash === null || sent.size === null || sent.kind === null || sent.media_type === null)
    throw refused('attachmentGone');
  if (!tx.read(client, values.client)) throw notFound('client', values.client);
  tx.create(attachment, id, {
    client: values.client,
    interaction: values.interaction ?? null,
    meeting: values.meeting ?? null,
    contract: values.contract ?? null,
    kind: sent.kind,
    name: sent.name,
    mediaType: sent.media_type,
    size: sent.size,
    hash: sent.hash,
    duration: values.duration ?? null,
    takenAt: values.takenAt ?? sent.at,
    caption: values.caption ?? null,
  });
  statement(tx.db, 'DELETE FROM incoming WHERE id = ?').run(id);
}
