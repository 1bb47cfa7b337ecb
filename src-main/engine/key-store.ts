/**
 * The system's key store, as far as the engine sees it. Only the desktop's main process can ask it, so main
 * reads the sealed slots before the engine starts and hands over what came of each.
 */
import { type KeyStoreReading, type SealedSlot, sealedSlotsOf } from '../security/key-store-slot.ts';
import { profileFolders } from '../security/profile-folder.ts';

export type { KeyStoreReading, SealedSlot } from '../security/key-store-slot.ts';

/** What was sealed for the own and the demo base of a profile; empty where there is none or it is unreadable. */
export function readSealedSlots(profile: string | undefined): SealedSlot[] {
  const { own, demo } = profileFolders(profile);
  return [...sealedSlotsOf(own), ...sealedSlotsOf(demo)];
}

/** Where there is no key store that may be trusted. */
export function noKeyStore(slots: readonly SealedSlot[], backend: string | null = null): KeyStoreReading {
  return { backend, usable: false, opened: {}, refused: slots.map(({ sealed }) => sealed), fresh: null };
}
