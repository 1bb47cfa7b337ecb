/** Which data key opens a backup here, and which slots the restored base begins with. */
import { slotFileIn, type SlotFile, type SlotOpener, unwrapKey } from '../../security/key-slots.ts';
import { type BackupHeader, isSealedBy } from './format.ts';

/** Every data key that the openers get out of the slots; a slot that does not open is passed over. */
export function keysThatOpen({ slots }: SlotFile, openers: readonly SlotOpener[]): Buffer[] {
  const keys: Buffer[] = [];
  for (const slot of slots) {
    for (const opener of openers) {
      const key = opener.kind === slot.kind ? tryOpen(slot, opener) : null;
      if (key && !keys.some((known) => known.equals(key))) keys.push(key);
    }
  }
  return keys;
}

function tryOpen(slot: SlotFile['slots'][number], opener: SlotOpener): Buffer | null {
  try {
    const wrappingKey = opener.wrappingKey(slot);
    return wrappingKey && unwrapKey(slot, wrappingKey);
  } catch {
    // A missing key file or a key store that refuses: this way is not open here.
    return null;
  }
}

/** The key under which the header is sealed; null when no opener gives it. */
export function keyOfBackup(header: BackupHeader, openers: readonly SlotOpener[]): Buffer | null {
  return keysThatOpen(header.keys, openers).find((key) => isSealedBy(header, key)) ?? null;
}

/**
 * The slots of the restored base. Where the present ones wrap the same data key they stay: a code changed since the
 * backup stays changed. Else those of the backup that open here, and its recovery code.
 */
export function slotsAfterRestore(
  folder: string,
  keys: SlotFile,
  key: Buffer,
  openers: readonly SlotOpener[],
): SlotFile {
  const present = slotFileIn(folder);
  if (present && keysThatOpen(present, openers).some((known) => known.equals(key)))
    return { ...present, begun: true };
  const opens = (slot: SlotFile['slots'][number]): boolean =>
    openers.some(({ kind }) => kind === slot.kind) &&
    keysThatOpen({ ...keys, slots: [slot] }, openers).some((known) => known.equals(key));
  const slots = keys.slots.filter((slot) => slot.kind === 'recoveryCode' || opens(slot));
  return { ...keys, slots, begun: true };
}
