/** A place for a profile of one test. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export function makeProfile(): { profile: string; remove(): void } {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-desktop-')));
  return {
    profile: path.join(folder, 'base'),
    // Chromium may still be putting away its last files.
    remove: () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
