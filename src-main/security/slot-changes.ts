/** Adding and taking away the ways that open a base. Each is one durable write of `keys.json`. */
import fs from 'node:fs';
import { keyFileOf, makeKeyFile } from './key-file.ts';
import { readSlots, type Slot, type SlotFile, type SlotKind, wrapKey, writeSlots } from './key-slots.ts';
import { freshKeyStoreSlot, type KeyStoreReading, sealedSlotOf } from './key-store-slot.ts';
import { retireCodes, wrapWithCode } from './recovery-code.ts';
import { syncFolder } from './durable-file.ts';

/** Sealed slots of other computers and of stores that forgot, kept at most. */
const FOREIGN_SEALED_KEPT = 4;

/** Replaces the slots by what `change` makes of them; everything else in the file is kept. */
export function changeSlots(
  folder: string,
  change: (file: SlotFile) => { slots: Slot[]; rest?: Record<string, unknown> },
): void {
  const file = readSlots(folder);
  if (!file) throw new Error('the slots of an open base are gone');
  const { slots, rest } = change(file);
  if (slots.length === 0) throw new Error('a base must keep a way to be opened');
  writeSlots(folder, slots, { ...file, ...rest });
}

/** From now on `code` opens the base, and no older code does; older ones are remembered only as stopped. */
export function replaceCode(folder: string, code: string, dataKey: Buffer, now: number): void {
  const slot = wrapWithCode(code, dataKey);
  changeSlots(folder, (file) => ({
    slots: [...file.slots.filter(({ kind }) => kind !== 'recoveryCode'), slot],
    rest: retireCodes(file, now),
  }));
}

/** Adds a key file beside the base. */
export function addKeyFileSlot(folder: string, dataKey: Buffer): void {
  const slot = wrapKey('keyFile', makeKeyFile(folder), dataKey);
  changeSlots(folder, ({ slots }) => ({ slots: [...without(slots, 'keyFile'), slot] }));
}

/** Adds the system's key store; false where it cannot be trusted. */
export function addKeyStoreSlot(folder: string, reading: KeyStoreReading, dataKey: Buffer): boolean {
  const slot = freshKeyStoreSlot(reading, dataKey);
  if (!slot) return false;
  changeSlots(folder, ({ slots }) => {
    const foreign = slots.filter((other) => sealedSlotOf(other)).slice(-FOREIGN_SEALED_KEPT);
    return { slots: [...without(slots, 'osKeyStore'), ...foreign, slot] };
  });
  return true;
}

/** First the slot, then the file: a crash between the two leaves a file that opens nothing. */
export function removeKeyFileSlot(folder: string): void {
  changeSlots(folder, ({ slots }) => ({ slots: without(slots, 'keyFile') }));
  fs.rmSync(keyFileOf(folder), { force: true });
  syncFolder(folder);
}

export function without(slots: Slot[], kind: SlotKind): Slot[] {
  return slots.filter((slot) => slot.kind !== kind);
}
