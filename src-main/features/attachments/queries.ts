/** Attachments as the screens see them, and their bytes. */
import fs from 'node:fs';
import { notFound, refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { BlobDamaged, type OpenBlob } from '#main/data/blobs/blob-file.ts';
import { readRecord } from '#main/data/codec.ts';
import { standingFor, winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { AttachmentRow, WaitingRow } from '#shared/contract/attachments.ts';
import { type Judged, judgeFile } from '#shared/domain/attachments/file-rules.ts';
import { HEAD_BYTES } from '#shared/domain/attachments/magic.ts';
import { attachment } from '#shared/entities/attachments.ts';
import { isRunning, readIncoming } from './incoming.ts';

type Listed = Omit<AttachmentRow, 'wanted'> & { wanted: number };

const COLUMNS = `a.id, a.client, a.interaction, a.meeting, a.contract, a.kind, a.name, a.media_type AS mediaType, a.size,
  a.duration, a.taken_at AS takenAt, a.caption, a.created_by AS createdBy, m.name AS createdByName,
  coalesce(b.state, 'remote') AS state, coalesce(b.moved, 0) AS moved, coalesce(b.wanted, 0) AS wanted`;

export function listAttachments(
  { reader }: Base,
  input: {
    client?: string | undefined;
    interactions?: readonly string[] | undefined;
    meeting?: string | undefined;
    contract?: string | undefined;
  },
): AttachmentRow[] {
  const { client, interactions, meeting, contract } = input;
  return statement<Listed>(
    reader,
    `SELECT ${COLUMNS} FROM attachment a
     LEFT JOIN member m ON m.id = a.created_by LEFT JOIN blob b ON b.hash = a.hash
     WHERE a.deleted_at IS NULL
       AND (:client IS NULL OR a.client IN ${standingFor(':client')})
       AND (:interactions IS NULL OR a.interaction IN (SELECT value FROM json_each(:interactions)))
       AND (:meeting IS NULL OR a.meeting = :meeting) AND (:contract IS NULL OR a.contract = :contract)
     ORDER BY a.taken_at DESC, a.id DESC LIMIT 2000`,
  )
    .all({
      client: client ?? null,
      interactions: interactions ? JSON.stringify(interactions) : null,
      meeting: meeting ?? null,
      contract: contract ?? null,
    })
    .map((row) => ({ ...row, wanted: row.wanted === 1 }));
}

interface Waiting {
  id: string;
  client: string;
  clientName: string;
  interaction: string | null;
  meeting: string | null;
  contract: string | null;
  name: string;
  kind: Judged['kind'] | null;
  size: number | null;
  hash: string | null;
  at: number;
}

/** Recordings that were cut off and that no draft names, or whatever of `ids` is here. */
export function listWaiting(
  base: Base,
  { client, ids }: { client?: string | undefined; ids?: readonly string[] | undefined },
): WaitingRow[] {
  return statement<Waiting>(
    base.reader,
    `SELECT i.id, c.id AS client, c.name AS clientName, i.interaction, i.meeting, i.contract, i.name, i.kind, i.size, i.hash, i.at
     FROM incoming i JOIN client c ON c.id = ${winnerOf('i.client')} AND c.deleted_at IS NULL
     WHERE (:client IS NULL OR i.client IN ${standingFor(':client')})
       AND CASE WHEN :ids IS NULL THEN i.recording = 1 AND NOT EXISTS (
         SELECT 1 FROM draft d, json_each(d."values", '$.attachments') a WHERE json_extract(a.value, '$.id') = i.id)
       ELSE i.id IN (SELECT value FROM json_each(:ids)) END
     ORDER BY i.at DESC`,
  )
    .all({ client: client ?? null, ids: ids ? JSON.stringify(ids) : null })
    .filter(({ id, hash }) => hash !== null || !isRunning(base, id))
    .map(({ hash, kind, size, ...row }) => ({
      ...row,
      kind: kind ?? 'memo',
      size: size ?? base.blobs.part(row.id).size,
      recovered: hash === null,
    }))
    .filter(({ size }) => size > 0);
}

export function lookAt(
  base: Base,
  id: string,
): { name: string; mediaType: string; handling: Judged['handling'] } {
  return withBytes(base, id, (open, name) => {
    const { mediaType, handling } = judgeFile(name, open.read(0, HEAD_BYTES));
    return { name, mediaType, handling };
  });
}

export function readBytes(
  base: Base,
  id: string,
  offset: number,
  length: number,
): { bytes: Buffer; size: number } {
  return withBytes(base, id, (open) => ({ bytes: open.read(offset, length), size: open.size }));
}

const PIECE = 1024 * 1024;

/** A new file; what was there is left alone. */
export function saveBytes(base: Base, id: string, file: string): number {
  return withBytes(base, id, (open) => {
    const handle = fs.openSync(file, 'wx', 0o600);
    try {
      for (let at = 0; at < open.size; at += PIECE) fs.writeSync(handle, open.read(at, PIECE));
    } finally {
      fs.closeSync(handle);
    }
    return open.size;
  });
}

function withBytes<T>(base: Base, id: string, work: (open: OpenBlob, name: string) => T): T {
  const record = readRecord(base.reader, attachment, id) ?? readIncoming(base, id);
  if (!record || record.hash === null) throw notFound('attachment', id);
  let open: OpenBlob;
  try {
    open = base.blobs.open(record.hash);
  } catch (error) {
    throw ofFile(error);
  }
  try {
    return work(open, record.name);
  } catch (error) {
    throw ofFile(error);
  } finally {
    open.close();
  }
}

function ofFile(error: unknown): unknown {
  if (error instanceof BlobDamaged) return refused('attachmentDamaged');
  return (error as NodeJS.ErrnoException).code === 'ENOENT' ? refused('attachmentNotHere') : error;
}
