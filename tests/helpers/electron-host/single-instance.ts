/** The lock of the one instance: a file that names its holder, and a folder in which later starts leave word. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { randomUUID } from 'node:crypto';

interface Word {
  argv: string[];
  cwd: string;
  data: object;
}

let giveUp: () => void = () => {};

/** A later start becomes the holder. */
export function releaseInstance(): void {
  giveUp();
  giveUp = () => {};
}

/** True for the holder. `heed` is called for each later start; that one gets false, and its word is on the disk by then. */
export function holdInstance(userData: string, data: object, heed: (word: Word) => void): boolean {
  const lock = path.join(userData, 'StandInLock');
  const words = path.join(userData, 'StandInWords');
  if (!take(lock)) {
    const word: Word = { argv: process.argv, cwd: process.cwd(), data };
    const file = path.join(words, randomUUID());
    fs.writeFileSync(`${file}.part`, JSON.stringify(word));
    fs.renameSync(`${file}.part`, `${file}.json`);
    return false;
  }
  fs.rmSync(words, { recursive: true, force: true });
  fs.mkdirSync(words, { recursive: true });
  const watcher = fs.watch(words, () => {
    for (const name of fs.readdirSync(words).filter((entry) => entry.endsWith('.json'))) {
      const file = path.join(words, name);
      const word = JSON.parse(fs.readFileSync(file, 'utf8')) as Word;
      fs.rmSync(file);
      heed(word);
    }
  });
  watcher.unref();
  giveUp = () => {
    watcher.close();
    fs.rmSync(lock, { force: true });
    fs.rmSync(words, { recursive: true, force: true });
  };
  process.once('exit', releaseInstance);
  return true;
}

function take(lock: string): boolean {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  const holder = Number(fs.readFileSync(lock, 'utf8'));
  if (holder === process.pid || isAlive(holder)) return holder === process.pid;
  fs.rmSync(lock, { force: true });
  return take(lock);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
