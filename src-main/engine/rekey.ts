/**
 * A new data key for the whole base, so that whoever kept an old key, an old code or an old key file can no longer
 * open what is written from now on. At every moment `keys.json` opens the file that lies there:
 *
 * 1. the copy under the new key is made and checked beside the base, which nobody writes to meanwhile;
 * 2. `keys.json` gets the new slots beside the old ones, marked;
 * 3. the copy takes the place of the base by one rename;
 * 4. copies made before migrations follow, and the old slots go.
 *
 * Killed anywhere in between, the next start finds out which key opens the file and finishes or takes back.
 */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { copyUnderKey, opensWith, removeCopy } from '../data/rekey-file.ts';
import { syncFolder } from '../security/durable-file.ts';
import { readKeyFile } from '../security/key-file.ts';
import type { SlotKey } from '../security/data-key.ts';
import { readSlots, type Slot, type SlotFile, wrapKey, writeSlots } from '../security/key-slots.ts';
import { type KeyStoreReading, wrappingKeyOf } from '../security/key-store-slot.ts';
import { retireCodes, wrapWithCode } from '../security/recovery-code.ts';
import { ProfileRefusal } from '../security/refusal.ts';
import { BASE_FILE } from './engine.ts';

export const REKEY_STEPS = ['copied', 'noted', 'swapped', 'finished'] as const;
export type RekeyStep = (typeof REKEY_STEPS)[number];

export interface RekeyOptions {
  folder: string;
  /** The present data key. */
  key: Buffer;
  /** The present recovery code, to be carried over; without it the code stops opening the base. */
  code: string | null;
  keyStore: KeyStoreReading | null;
  now: number;
  /** Told after each step; tests end the process there. */
  onStep?: (step: RekeyStep) => void;
}

/** Which slots have a successor under the new key; what has none is named before anything is changed. */
export interface RekeyPlan {
  slots: Slot[];
  dropped: Slot[];
}

/** Wraps the new key for every way that can be worked from here. */
export function planRekey(newKey: Buffer, options: RekeyOptions): RekeyPlan {
  const { slots } = fileIn(options.folder);
  const made = slots.map((slot) => ({ slot, successor: successorOf(slot, newKey, options) }));
  return {
    slots: made.flatMap(({ successor }) => successor ?? []),
    dropped: made.flatMap(({ slot, successor }) => (successor ? [] : [slot])),
  };
}

/** Only while the base is closed and the folder is held. Throws what SQLite or the disk says, nothing changed. */
export function rekeyBase(plan: RekeyPlan, newKey: Buffer, options: RekeyOptions): void {
  const { folder, key, onStep } = options;
  const file = path.join(folder, BASE_FILE);
  const copy = copyOf(folder);
  refuseOpenLog(file);
  copyUnderKey(file, key, copy, newKey);
  onStep?.('copied');
  const before = fileIn(folder);
  try {
    writeSlots(folder, [...before.slots, ...plan.slots], {
      ...before,
      rekey: { at: options.now, slots: plan.slots.map(({ id }) => id) } satisfies Marker,
    });
    onStep?.('noted');
    fs.renameSync(copy, file);
  } catch (error) {
    writeSlots(folder, before.slots, before);
    removeCopy(copy);
    throw error;
  }
  syncFolder(folder);
  onStep?.('swapped');
  finishRekey(folder, newKey, [...plan.slots.map(({ id }) => ({ id, key: newKey })), { id: '', key }]);
  onStep?.('finished');
}

/**
 * Ends what `rekeyBase` began: `inUse` is the key that opens the base, `known` are all that slots gave. Where nothing
 * was noted yet, only a copy may have been left.
 */
export function finishRekey(folder: string, inUse: Buffer, known: readonly SlotKey[]): void {
  const file = fileIn(folder);
  const marker = markerOf(file);
  if (!marker) return removeCopy(copyOf(folder));
  const isNew = (slot: Slot) => marker.slots.includes(slot.id);
  const done = known.some(({ id, key }) => marker.slots.includes(id) && key.equals(inUse));
  const { rekey: _, ...rest } = file;
  if (!done) {
    removeCopy(copyOf(folder));
    writeSlots(
      folder,
      file.slots.filter((slot) => !isNew(slot)),
      rest,
    );
    return;
  }
  for (const { key } of known) if (!key.equals(inUse) && !rekeyCopies(folder, key, inUse)) return;
  const old = file.slots.filter((slot) => !isNew(slot));
  const slots = file.slots.filter(isNew);
  const codeKept = slots.some(({ kind }) => kind === 'recoveryCode');
  const retired = codeKept ? {} : retireCodes({ ...file, slots: old }, marker.at);
  writeSlots(folder, slots, { ...rest, ...retired, rekeyedAt: marker.at });
}

/** Whether a change of the key was under way when the process ended. */
export function isRekeying(folder: string): boolean {
  return markerOf(fileIn(folder)) !== null;
}

const marker = z.object({ at: z.int(), slots: z.array(z.string()) });
type Marker = z.infer<typeof marker>;

function markerOf(file: SlotFile): Marker | null {
  return marker.safeParse(file.rekey).data ?? null;
}

function successorOf(slot: Slot, newKey: Buffer, { folder, code, keyStore }: RekeyOptions): Slot | null {
  if (slot.kind === 'recoveryCode') return code === null ? null : wrapWithCode(code, newKey);
  if (slot.kind === 'keyFile') {
    try {
      return wrapKey('keyFile', readKeyFile(folder), newKey, slot.params);
    } catch (error) {
      if (error instanceof ProfileRefusal) return null;
      throw error;
    }
  }
  const wrappingKey = slot.kind === 'osKeyStore' && keyStore ? wrappingKeyOf(keyStore, slot) : null;
  return wrappingKey && wrapKey('osKeyStore', wrappingKey, newKey, slot.params);
}

/** A log beside the base would be read into the copy that takes its place. */
function refuseOpenLog(file: string): void {
  const size = fs.statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 0) throw Object.assign(new Error('the base was not closed to its end'), { code: 'SQLITE_BUSY' });
}

/** False when there was no room for it now: the old slots stay, and the next start tries again. */
function rekeyCopies(folder: string, old: Buffer, key: Buffer): boolean {
  const copies = path.join(folder, 'copies');
  if (!fs.existsSync(copies)) return true;
  for (const name of fs.readdirSync(copies).filter((each) => each.endsWith('.db'))) {
    const file = path.join(copies, name);
    try {
      if (!opensWith(file, old)) continue;
      copyUnderKey(file, old, `${file}.rekey`, key);
      fs.renameSync(`${file}.rekey`, file);
    } catch (error) {
      // A damaged copy is of no use under any key.
      if (!String((error as { code?: unknown }).code).startsWith('SQLITE_CORRUPT')) return false;
    }
  }
  syncFolder(copies);
  return true;
}

function copyOf(folder: string): string {
  return path.join(folder, `${BASE_FILE}.rekey`);
}

function fileIn(folder: string): SlotFile {
  const file = readSlots(folder);
  if (!file) throw new Error('the slots of an open base are gone');
  return file;
}
