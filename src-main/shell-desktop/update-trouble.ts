/** Why an update goes no further, in the words that the window has a sentence for. */
import type { UpdateTrouble } from '#shared/desktop/updates.ts';

export class FeedTrouble extends Error {
  readonly trouble: UpdateTrouble;

  constructor(trouble: UpdateTrouble) {
    super(`no update: ${trouble}`);
    this.name = 'FeedTrouble';
    this.trouble = trouble;
  }
}

/** Errors of Node, of the disk and of electron-updater, by their codes. */
const byCode: Record<string, UpdateTrouble> = {
  ERR_CHECKSUM_MISMATCH: 'damaged',
  // The file that the installer puts beside the program.
  ENOENT: 'notHere',
  ENOSPC: 'disk',
  EDQUOT: 'disk',
  EACCES: 'disk',
  EPERM: 'disk',
  EROFS: 'disk',
};

/** `otherwise` for whatever names no reason of its own. */
export function troubleOf(error: unknown, otherwise: UpdateTrouble): UpdateTrouble {
  if (error instanceof FeedTrouble) return error.trouble;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return byCode[code] ?? otherwise;
}
