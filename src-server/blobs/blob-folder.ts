/**
 * The folder with the bytes of attachments: `<workspace>/<2>/<hash>`, and `<workspace>/parts/<hash>.<device>` for what is
 * still coming. Several server processes share it. Whatever has its hash as its name was checked against it before.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  copyFile,
  constants,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  type FileHandle,
} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Readable } from 'node:stream';

const PARTS = 'parts';
/** A part to which nothing was added for so long is given up. */
const PART_KEPT_MS = 7 * 86_400_000;

export class BlobFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  fileOf(workspace: string, hash: string): string {
    return path.join(this.folder, workspace, hash.slice(0, 2), hash);
  }

  /** Null where it is not there. */
  async sizeOf(workspace: string, hash: string): Promise<number | null> {
    return sizeOfFile(this.fileOf(workspace, hash));
  }

  /** Bytes of this device's upload that are on the disk. */
  async partSize(workspace: string, hash: string, device: string): Promise<number> {
    return (await sizeOfFile(this.#partOf(workspace, hash, device))) ?? 0;
  }

  /** Returns the size after it; null when the upload is somewhere else than `offset`, and nothing was written. */
  async append(
    workspace: string,
    hash: string,
    device: string,
    offset: number,
    bytes: Buffer,
  ): Promise<number | null> {
    const file = this.#partOf(workspace, hash, device);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(file, offset === 0 ? 'w' : 'r+', 0o600).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    if (!handle) return null;
    try {
      if ((await handle.stat()).size !== offset) return null;
      // By its place and not at the end: two answers to one repeated request write the same bytes to the same place.
      await writeAll(handle, bytes, offset);
      await handle.datasync();
      return offset + bytes.length;
    } finally {
      await handle.close();
    }
  }

  /** Makes a whole part the file of its hash; false, with the part gone, when it is another content. */
  async finish(workspace: string, hash: string, device: string): Promise<boolean> {
    const part = this.#partOf(workspace, hash, device);
    if ((await hashOf(part)) !== hash) {
      await rm(part, { force: true });
      return false;
    }
    const file = this.fileOf(workspace, hash);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await rename(part, file);
    await syncFolder(path.dirname(file));
    return true;
  }

  async dropPart(workspace: string, hash: string, device: string): Promise<void> {
    await rm(this.#partOf(workspace, hash, device), { force: true });
  }

  read(workspace: string, hash: string, from: number): Readable {
    return createReadStream(this.fileOf(workspace, hash), { start: from });
  }

  async remove(workspace: string, hash: string): Promise<void> {
    await rm(this.fileOf(workspace, hash), { force: true });
  }

  /** Copies it into a backup; false where it is not here. */
  async copyOut(workspace: string, hash: string, to: string): Promise<boolean> {
    return copyDurably(this.fileOf(workspace, hash), to);
  }

  /** Takes it from a backup; what is here already stays. The caller has checked it. */
  async copyIn(workspace: string, hash: string, from: string): Promise<void> {
    const file = this.fileOf(workspace, hash);
    if ((await sizeOfFile(file)) !== null && (await hashOf(file)) === hash) return;
    const draft = `${file}.${process.pid}`;
    await copyDurably(from, draft);
    await rename(draft, file);
    await syncFolder(path.dirname(file));
  }

  async dropOldParts(now: number): Promise<void> {
    for (const workspace of await namesIn(this.folder)) {
      const folder = path.join(this.folder, workspace, PARTS);
      for (const name of await namesIn(folder)) {
        const found = await stat(path.join(folder, name)).catch(() => null);
        if (found && now - found.mtimeMs > PART_KEPT_MS) await rm(path.join(folder, name), { force: true });
      }
    }
  }

  #partOf(workspace: string, hash: string, device: string): string {
    return path.join(this.folder, workspace, PARTS, `${hash}.${device}`);
  }
}

/** SHA-256 of a file; null where it is not there. */
export async function hashOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(file)) hash.update(part as Buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}

async function sizeOfFile(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function copyDurably(from: string, to: string): Promise<boolean> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  try {
    // Where the file system can share the blocks, nothing is copied.
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  const handle = await open(to, 'r+');
  await handle.sync();
  await handle.close();
  return true;
}

async function writeAll(handle: FileHandle, bytes: Buffer, offset: number): Promise<void> {
  for (let at = 0; at < bytes.length; )
    at += (await handle.write(bytes, at, bytes.length - at, offset + at)).bytesWritten;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** Makes names in the folder durable. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
