/** What the user does with an attachment. */
import fs from 'node:fs';
import path from 'node:path';
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readBlob } from '#main/data/blobs/blob-rows.ts';
import { readRecord } from '#main/data/codec.ts';
import { statement } from '#main/data/statement.ts';
import { type Written, write } from '#main/data/write.ts';
import { attachment } from '#shared/entities/attachments.ts';
import { client } from '#shared/entities/clients.ts';
import { begin, finish, type Place, readIncoming, send } from './incoming.ts';
import { attach, type AttachValues } from './steps.ts';

export function addAttachment(base: Base, id: string, values: AttachValues): Written {
  const { name } = readIncoming(base, id) ?? { name: nameOf(base, id) };
  const of = readRecord(base.reader, client, values.client)?.name ?? '';
  return write(base, { key: 'attachmentAdded', params: { name, client: of } }, (tx) =>
    attach(tx, id, values),
  );
}

const PIECE = 1024 * 1024;

/** Throws what the file system throws. */
export async function addFileFromDisk(
  base: Base,
  { id, path: file, caption, ...place }: Place & { id: string; path: string; caption: string | null },
): Promise<Written> {
  const handle = fs.openSync(file, 'r');
  try {
    let offset = begin(base, { ...place, id, name: path.basename(file), recording: false });
    const piece = Buffer.alloc(PIECE);
    for (let read = 1; ; offset += read) {
      read = fs.readSync(handle, piece, 0, PIECE, offset);
      if (read === 0) break;
      send(base, id, offset, piece.subarray(0, read));
    }
  } finally {
    fs.closeSync(handle);
  }
  await finish(base, id);
  return addAttachment(base, id, { ...place, caption });
}

export function editCaption(base: Base, id: string, caption: string | null): Written {
  return write(base, { key: 'attachmentEdited', params: { name: nameOf(base, id) } }, (tx) =>
    tx.edit(attachment, id, { caption }),
  );
}

/** The bytes stay for as long as it may be taken back. */
export function removeAttachment(base: Base, id: string): Written {
  return write(base, { key: 'attachmentRemoved', params: { name: nameOf(base, id) } }, (tx) =>
    tx.remove(attachment, id),
  );
}

/** The exchange fetches what is wanted, as soon as it can. */
export function wantBytes(base: Base, id: string): void {
  const { writer, now, events } = base;
  const record = readRecord(base.reader, attachment, id);
  if (!record) throw notFound('attachment', id);
  if (base.blobs.has(record.hash) && readBlob(writer, record.hash)?.state !== 'remote') return;
  statement(
    writer,
    `INSERT INTO blob (hash, size, state, moved, wanted, at) VALUES (?, ?, 'remote', 0, 1, ?)
     ON CONFLICT (hash) DO UPDATE SET wanted = 1, state = 'remote'`,
  ).run(record.hash, record.size, now());
  events.emit({ topics: ['blob'], ids: [id] });
}

function nameOf({ reader }: Base, id: string): string {
  return readRecord(reader, attachment, id)?.name ?? '';
}
