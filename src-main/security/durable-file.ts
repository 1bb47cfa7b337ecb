/** Small files that must be there whole after a power cut: written beside, synced, renamed, folder synced. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Replaces the file by `data`, readable by its owner only; a crash leaves the old content or the new. */
export function writeDurably(file: string, data: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  const handle = fs.openSync(draft, 'w', 0o600);
  try {
    fs.writeFileSync(handle, data);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  fs.renameSync(draft, file);
  syncFolder(path.dirname(file));
}

/** Makes renames and new names in the folder durable. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
