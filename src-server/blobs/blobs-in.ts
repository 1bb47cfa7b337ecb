import path from 'node:path';

/** Beside the data: where the bytes of attachments lie when no other folder is given. */
export function blobsIn(dataDir: string): string {
  return path.join(dataDir, 'blobs');
}
