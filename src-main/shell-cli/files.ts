/** Files that the person named. What is written is there whole or not at all. */
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

export type FileProblem = 'missing' | 'unreadable' | 'isFolder' | 'notJson' | 'unwritable' | 'diskFull';

export class FileRefusal extends Error {
  readonly reason: FileProblem;
  readonly file: string;

  constructor(reason: FileProblem, file: string) {
    super(`file refused: ${reason}`);
    this.reason = reason;
    this.file = file;
  }
}

export async function readJsonFile(file: string): Promise<unknown> {
  const text = await fs.readFile(file, 'utf8').catch((error: unknown) => {
    throw readRefusal(error, file);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new FileRefusal('notJson', file);
  }
}

/** Opens a file for reading; a missing one, a folder or a forbidden one is refused before any work begins. */
export async function openForReading(file: string): Promise<FileHandle> {
  try {
    const handle = await fs.open(file, 'r');
    if (!(await handle.stat()).isDirectory()) return handle;
    await handle.close();
  } catch (error) {
    throw readRefusal(error, file);
  }
  throw new FileRefusal('isFolder', file);
}

/**
 * Lets `fill` write beside the file and puts the result in its place when all of it is on the disk. Only its
 * owner can read it: an export is personal data.
 */
export async function replaceFile(
  file: string,
  fill: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
) {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  let handle: FileHandle | undefined;
  try {
    handle = await fs.open(draft, 'wx', 0o600);
    const target = handle;
    await fill((bytes) => target.writeFile(bytes));
    await handle.sync();
    await handle.close();
    await fs.rename(draft, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await handle?.close().catch(() => {});
    if (handle) await fs.rm(draft, { force: true });
    throw writeRefusal(error, file);
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  await handle.sync();
  await handle.close();
}

function readRefusal(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new FileRefusal('missing', file);
  if (code === 'EISDIR') return new FileRefusal('isFolder', file);
  return code === 'EACCES' || code === 'EPERM' ? new FileRefusal('unreadable', file) : error;
}

function writeRefusal(error: unknown, file: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new FileRefusal('diskFull', file);
  return syscall === undefined ? error : new FileRefusal('unwritable', file);
}
