/** Restores in tests: into `restoring/`, swapped in, and opened again, in this process. */
import path from 'node:path';
import type { TestEngine } from './test-engine.ts';
import { finishRestore } from '#main/data/backup/restore-swap.ts';
import { type RestoreTask, restoreBase } from '#main/engine/restore-base.ts';
import { wrapKey } from '#main/security/key-slots.ts';
import { makeBackup } from '#main/data/backup/make-backup.ts';
import { backupName, backupsOf } from '#main/data/backup/places.ts';
import fs from 'node:fs';
import { randomUUID } from 'node:crypto';

/** Slots that a key file of 32 sevens opens. */
export const WRAPPING = Buffer.alloc(32, 7);
export const slotsFor = (key: Buffer) => ({ version: 1, slots: [wrapKey('keyFile', WRAPPING, key)] });

const quiet = { progress: () => {}, isCancelled: () => false };

/** Writes a backup of the open base beside it and returns its file. */
export function backUp(
  { base, folder, key }: Pick<TestEngine, 'base' | 'folder' | 'key'>,
  at = Date.now(),
): string {
  fs.mkdirSync(backupsOf(folder), { recursive: true });
  const file = path.join(backupsOf(folder), backupName(at));
  const task = { base: base.file, key, keys: slotsFor(key), file, id: randomUUID(), createdAt: at };
  makeBackup({ ...task, kind: 'own', app: '0.1.0' }, quiet);
  return file;
}

/** The base of the folder must be closed; it is swapped for what was restored. */
export function restoreInto(
  folder: string,
  key: Buffer,
  source: RestoreTask['source'],
  salvageWith: Buffer[] = [],
) {
  const defaults = { language: 'sk', country: 'SK', name: 'Jana Testová' } as const;
  const task = { folder, kind: 'own', defaults, source, key, keys: slotsFor(key), salvageWith } as const;
  const facts = restoreBase({ ...task, salvageWith: [...salvageWith], at: Date.now() }, quiet);
  return { ...facts, aside: finishRestore(folder) };
}
