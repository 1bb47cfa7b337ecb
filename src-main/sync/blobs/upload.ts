/** One attachment's bytes to the server, part by part from where it stopped (tus 1.0). */
import { BLOBS_PATH, PART_BYTES, PART_TYPE, TUS_VERSION, UPLOADS_PATH } from '#shared/sync/blob-wire.ts';
import type { BlobRow } from '../../data/blobs/blob-rows.ts';
import { noteState } from '../../data/blobs/blob-rows.ts';
import type { OpenBlob } from '../../data/blobs/blob-file.ts';
import { isSaid, SyncFailure } from '../failure.ts';
import type { Session } from '../session.ts';

const TUS = { 'tus-resumable': TUS_VERSION };
/** How often the server may say another place than was thought, or another hash, before it is left for later. */
const BEGINNINGS = 3;

/** False when the server does not take it now, for a reason that concerns this content alone. Throws `SyncFailure`. */
export async function upload(session: Session, { hash, size }: BlobRow): Promise<boolean> {
  const { base } = session;
  const open = base.blobs.open(hash);
  try {
    for (let beginnings = 1; beginnings <= BEGINNINGS; beginnings += 1) {
      try {
        await sendParts(session, hash, size, open);
        noteState(base, hash, 'stored', 0);
        return true;
      } catch (error) {
        if (isSaid(error, 'not_found', 'too_large')) return false;
        if (!isSaid(error, 'gap', 'invalid')) throw error;
      }
    }
    return false;
  } finally {
    open.close();
  }
}

async function sendParts(session: Session, hash: string, size: number, open: OpenBlob): Promise<void> {
  const { base } = session;
  const metadata = `hash ${Buffer.from(hash).toString('base64')}`;
  const begun = await session.open(UPLOADS_PATH, {
    method: 'POST',
    headers: { ...TUS, 'upload-length': String(size), 'upload-metadata': metadata },
  });
  for (let offset = await begun.offset(201); offset < size; ) {
    noteState(base, hash, 'uploading', offset);
    const answer = await session.open(`${UPLOADS_PATH}/${hash}`, {
      method: 'PATCH',
      headers: { ...TUS, 'upload-offset': String(offset), 'content-type': PART_TYPE },
      body: new Uint8Array(open.read(offset, PART_BYTES)),
    });
    const next = await answer.offset(204);
    if (next <= offset) throw new SyncFailure('serverTrouble');
    offset = next;
  }
}

export function addressOf(hash: string): string {
  return `${BLOBS_PATH}/${hash}`;
}
