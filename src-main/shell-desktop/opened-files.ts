/**
 * Files shown in other programs: written into a private folder that is emptied at start and at quit, so that
 * personal data does not pile up in the system's temporary folder.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { OpenFileResult } from '#shared/desktop/bridge.ts';
import type { ErrorLog } from './error-log.ts';
import { mayBeOpened, safeFileName } from './file-name.ts';
import { makePrivateFolder } from './window-folder.ts';

export interface OpenedFiles {
  /** `open` hands a path to the system and resolves with what went wrong, or an empty text. */
  open(name: string, bytes: Uint8Array, open: (file: string) => Promise<string>): Promise<OpenFileResult>;
  /** What another program still holds stays until the next time. */
  empty(): void;
}

export function keepOpenedFiles(parent: string, errors: ErrorLog): OpenedFiles {
  const folder = path.join(parent, 'opened');
  const empty = (): void => {
    try {
      fs.rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      errors.error('opened files', error);
    }
  };
  empty();
  return {
    empty,
    async open(name, bytes, open) {
      const safe = safeFileName(name);
      if (!mayBeOpened(safe)) return 'refused';
      try {
        // A folder of its own for each: two files of one name do not meet.
        const place = fs.mkdtempSync(path.join(makePrivateFolder(folder), 'file-'));
        const file = path.join(place, safe);
        fs.writeFileSync(file, bytes, { mode: 0o600, flag: 'wx' });
        return (await open(file)) === '' ? 'opened' : 'failed';
      } catch (error) {
        errors.error('opened files', error);
        return 'failed';
      }
    },
  };
}
