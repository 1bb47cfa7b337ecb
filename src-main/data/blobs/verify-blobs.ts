/** Proves that the bytes of attachments lie on this disk where their rows say so, and are what was attached. */
import { createHash } from 'node:crypto';
import type { Base } from '../base.ts';
import { statement } from '../statement.ts';
import { BlobDamaged } from './blob-file.ts';
import { HERE } from './blob-rows.ts';

const PIECE_BYTES = 4 * 1024 * 1024;

/** The ids of attachments whose file is gone, damaged or another one. Reads every file to its end. */
export function brokenAttachments(base: Base): string[] {
  const rows = statement<{ hash: string; id: string }>(
    base.reader,
    `SELECT b.hash, min(a.id) AS id FROM blob b JOIN attachment a ON a.hash = b.hash
     WHERE b.state IN ${HERE} GROUP BY b.hash`,
  ).all();
  return rows.filter(({ hash }) => contentOf(base, hash) !== hash).map(({ id }) => id);
}

/** SHA-256 of what the file holds, null where it cannot be read. */
function contentOf({ blobs }: Base, hash: string): string | null {
  try {
    const file = blobs.open(hash);
    try {
      const hashing = createHash('sha256');
      for (let at = 0; at < file.size; at += PIECE_BYTES) hashing.update(file.read(at, PIECE_BYTES));
      return hashing.digest('hex');
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof BlobDamaged || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
