/**
 * The slot that opens through the system's key store. `keys.json` holds the wrapping key sealed by the store;
 * the store's own process unseals it and hands the result over by message, never by argument or environment.
 */
import { z } from 'zod';
import { slotFileIn, type Slot, type SlotOpener, wrapKey } from './key-slots.ts';
import { ProfileRefusal } from './refusal.ts';

/** A sealed wrapping key: `sealed` is base64 of what the store gave, over the key's own base64. */
export interface SealedSlot {
  backend: string;
  sealed: string;
}

/** What the key store said when the engine was started. All keys are 32 bytes in base64. */
export interface KeyStoreReading {
  /** Name of the store on this computer; null when the system names none. */
  backend: string | null;
  /** False where nothing seals, or only an obfuscation does (`basic_text`). */
  usable: boolean;
  /** Wrapping keys by what was sealed, so that a slot wrapped anew under the same key is opened too. */
  opened: Record<string, string>;
  /** What the store does not unseal. */
  refused: string[];
  /** A new wrapping key, already sealed, for a slot to be made; null where the store is not usable. */
  fresh: { wrappingKey: string; sealed: string } | null;
}

const params = z.object({ backend: z.string(), sealed: z.base64() });

/** Empty where there are no slots or they cannot be read: whoever opens the base says so. */
export function sealedSlotsOf(folder: string): SealedSlot[] {
  return (slotFileIn(folder)?.slots ?? []).flatMap((slot) => sealedSlotOf(slot) ?? []);
}

export function sealedSlotOf(slot: Slot): SealedSlot | null {
  if (slot.kind !== 'osKeyStore') return null;
  const read = params.safeParse(slot.params);
  return read.success ? read.data : null;
}

/** Opens slots of kind `osKeyStore`; refuses with `keyStoreNone` or `keyStoreRefused`. */
export function keyStoreOpener(reading: KeyStoreReading): SlotOpener {
  return {
    kind: 'osKeyStore',
    wrappingKey(slot) {
      const wrappingKey = wrappingKeyOf(reading, slot);
      if (wrappingKey) return wrappingKey;
      throw new ProfileRefusal(reading.usable ? 'keyStoreRefused' : 'keyStoreNone');
    },
  };
}

/** Of a slot made after the reading too: an engine that crashed starts again with the same one. */
export function wrappingKeyOf({ opened, fresh }: KeyStoreReading, slot: Slot): Buffer | null {
  const sealed = sealedSlotOf(slot)?.sealed;
  if (sealed === undefined) return null;
  const wrappingKey = sealed === fresh?.sealed ? fresh.wrappingKey : opened[sealed];
  return wrappingKey === undefined ? null : Buffer.from(wrappingKey, 'base64');
}

/** A slot under the fresh wrapping key; null where the store is not usable. */
export function freshKeyStoreSlot({ fresh, backend }: KeyStoreReading, dataKey: Buffer): Slot | null {
  if (!fresh) return null;
  const wrappingKey = Buffer.from(fresh.wrappingKey, 'base64');
  return wrapKey('osKeyStore', wrappingKey, dataKey, { backend: backend ?? 'system', sealed: fresh.sealed });
}
