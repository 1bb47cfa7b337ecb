/**
 * The random 32-byte key of a base. A folder without any base gets a new one; a folder that has a base, or
 * the slots of one, is only ever opened: an empty base beside unreadable data would look like lost data.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { keyFileOpener, makeKeyFile, tightenKeyFile } from './key-file.ts';
import {
  readSlots,
  type Slot,
  type SlotKind,
  type SlotOpener,
  SLOT_KINDS,
  unwrapKey,
  wrapKey,
  writeSlots,
} from './key-slots.ts';
import { ProfileRefusal } from './refusal.ts';

export interface OpenedKey {
  /** 32 bytes, for the cipher of the base. */
  key: Buffer;
  /** Every data key that a slot gave, `key` first; two while the base is being given a new one. */
  candidates: Buffer[];
  /** Every slot that opened, with what it gave. */
  slotKeys: SlotKey[];
  /** Kinds of slots that this base has and this version knows. */
  slotKinds: SlotKind[];
  created: boolean;
  /** The key file was readable by other users and has been closed to them. */
  tightened: boolean;
}

export interface SlotKey {
  /** Of the slot. */
  id: string;
  key: Buffer;
}

/** Makes the one slot of a new base; refuses where the person has to do something first. */
export type FirstSlot = (folder: string, dataKey: Buffer) => Slot;

/**
 * Opens the data key of the profile folder, or makes one where there is no base yet. Refuses with the reason
 * when slots or key file are missing, damaged, newer or do not fit; nothing is written then.
 */
export function openDataKey(
  folder: string,
  openers: SlotOpener[] = [keyFileOpener(folder)],
  firstSlot: FirstSlot = firstKeyFileSlot,
): OpenedKey {
  const file = readSlots(folder);
  if (!file) return createDataKey(folder, firstSlot);
  const tightened = tightenKeyFile(folder);
  return { ...opened(keysFromSlots(file.slots, openers), file.slots), created: false, tightened };
}

function createDataKey(folder: string, firstSlot: FirstSlot): OpenedKey {
  if (baseFiles(folder).length > 0) throw new ProfileRefusal('slotsMissing', { folder });
  const key = newDataKey();
  const slots = [firstSlot(folder, key)];
  const tightened = tightenKeyFile(folder);
  writeSlots(folder, slots);
  return {
    ...opened(
      slots.map(({ id }) => ({ id, key })),
      slots,
    ),
    created: true,
    tightened,
  };
}

export function newDataKey(): Buffer {
  return randomBytes(32);
}

/** The slot of a key file, which is made where there is none; one that a crash left behind is used. */
export function firstKeyFileSlot(folder: string, dataKey: Buffer): Slot {
  return wrapKey('keyFile', makeKeyFile(folder), dataKey);
}

function opened(slotKeys: SlotKey[], slots: Slot[]) {
  const candidates: Buffer[] = [];
  for (const { key } of slotKeys) if (!candidates.some((known) => known.equals(key))) candidates.push(key);
  const [key] = candidates;
  if (!key) throw new Error('no data key was found, nor refused');
  return { key, candidates, slotKeys, slotKinds: kindsOf(slots) };
}

/** A slot that this machine cannot open is passed over; only when none opens, the first refusal is told. */
function keysFromSlots(slots: Slot[], openers: SlotOpener[]): SlotKey[] {
  const keys: SlotKey[] = [];
  let refusal: ProfileRefusal | null = null;
  const tries = slots.flatMap((slot) =>
    openers.filter(({ kind }) => kind === slot.kind).map((opener) => ({ slot, opener })),
  );
  for (const { slot, opener } of tries) {
    try {
      const wrappingKey = opener.wrappingKey(slot);
      const key = wrappingKey && unwrapKey(slot, wrappingKey);
      if (key) keys.push({ id: slot.id, key });
      if (wrappingKey && !key) refusal ??= new ProfileRefusal('wrongKey', {});
    } catch (error) {
      if (!(error instanceof ProfileRefusal)) throw error;
      refusal ??= error;
    }
  }
  if (keys.length > 0) return keys;
  throw refusal ?? new ProfileRefusal('noOpener', { kinds: slots.map(({ kind }) => kind).join(', ') });
}

/** The base and what SQLite keeps beside it; a `-wal` alone still holds data. */
function baseFiles(folder: string): string[] {
  return fs.readdirSync(folder).filter((name) => path.basename(name).startsWith('vizitka.db'));
}

export function kindsOf(slots: Slot[]): SlotKind[] {
  return SLOT_KINDS.filter((kind) => slots.some((slot) => slot.kind === kind));
}
