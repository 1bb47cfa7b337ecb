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
  /** Kinds of slots that this base has and this version knows. */
  slotKinds: SlotKind[];
  created: boolean;
  /** The key file was readable by other users and has been closed to them. */
  tightened: boolean;
}

/**
 * Opens the data key of the profile folder, or makes one where there is no base yet. Refuses with the reason
 * when slots or key file are missing, damaged, newer or do not fit; nothing is written then.
 */
export function openDataKey(folder: string, openers: SlotOpener[] = [keyFileOpener(folder)]): OpenedKey {
  const file = readSlots(folder);
  if (!file) return createDataKey(folder);
  const tightened = tightenKeyFile(folder);
  return {
    key: keyFromSlots(file.slots, openers),
    slotKinds: kindsOf(file.slots),
    created: false,
    tightened,
  };
}

function createDataKey(folder: string): OpenedKey {
  if (baseFiles(folder).length > 0) throw new ProfileRefusal('slotsMissing', { folder });
  const key = randomBytes(32);
  const wrappingKey = makeKeyFile(folder);
  const tightened = tightenKeyFile(folder);
  const slots = [wrapKey('keyFile', wrappingKey, key)];
  writeSlots(folder, slots);
  return { key, slotKinds: kindsOf(slots), created: true, tightened };
}

/** The first slot that opens decides. A slot that this machine cannot open is passed over, not an error. */
function keyFromSlots(slots: Slot[], openers: SlotOpener[]): Buffer {
  let refusal: ProfileRefusal | null = null;
  for (const slot of slots) {
    const opener = openers.find(({ kind }) => kind === slot.kind);
    if (!opener) continue;
    try {
      const wrappingKey = opener.wrappingKey(slot);
      const key = wrappingKey && unwrapKey(slot, wrappingKey);
      if (key) return key;
      if (wrappingKey) refusal ??= new ProfileRefusal('wrongKey', {});
    } catch (error) {
      if (!(error instanceof ProfileRefusal)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? new ProfileRefusal('noOpener', { kinds: slots.map(({ kind }) => kind).join(', ') });
}

/** The base and what SQLite keeps beside it; a `-wal` alone still holds data. */
function baseFiles(folder: string): string[] {
  return fs.readdirSync(folder).filter((name) => path.basename(name).startsWith('vizitka.db'));
}

function kindsOf(slots: Slot[]): SlotKind[] {
  return SLOT_KINDS.filter((kind) => slots.some((slot) => slot.kind === kind));
}
