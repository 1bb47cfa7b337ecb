/** Backup files that a window sends in pieces. They are encrypted already, so they may lie on the disk as they are. */
import fs from 'node:fs';
import path from 'node:path';
import { BackupRefusal } from './backup-refusal.ts';

export class Uploads {
  readonly #folder: string;

  /** Whatever an earlier engine left behind goes. */
  constructor(profile: string) {
    this.#folder = path.join(profile, 'incoming');
    this.discardAll();
  }

  /** Puts a slice in its place; returns the size that is there now. A gap is refused. */
  append(id: string, offset: number, bytes: Uint8Array): number {
    fs.mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const file = this.#place(id);
    const handle = fs.openSync(file, fs.existsSync(file) ? 'r+' : 'w+', 0o600);
    try {
      const size = fs.fstatSync(handle).size;
      if (offset > size) throw new BackupRefusal('cutOff');
      for (let at = 0; at < bytes.length; )
        at += fs.writeSync(handle, bytes, at, bytes.length - at, offset + at);
      return Math.max(size, offset + bytes.length);
    } finally {
      fs.closeSync(handle);
    }
  }

  /** Path of an upload; refuses with `unknownBackup` when there is none of that id. */
  file(id: string): string {
    const file = this.#place(id);
    if (!fs.existsSync(file)) throw new BackupRefusal('unknownBackup');
    return file;
  }

  discard(id: string): void {
    fs.rmSync(this.#place(id), { force: true });
  }

  discardAll(): void {
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The contract lets only UUIDs through as ids. */
  #place(id: string): string {
    return path.join(this.#folder, `${id}.vzb`);
  }
}
