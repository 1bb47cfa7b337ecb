/** What a restore goes back to: the file, its header, the key that opens it here, and the slots of the new base. */
import { readSlots, slotFileIn, type SlotFile, type SlotOpener } from '../security/key-slots.ts';
import { recoveryCodeOpener } from '../security/recovery-code.ts';
import type { BackupSource } from '#shared/contract/backups.ts';
import { readCode } from '#shared/domain/keys/recovery-code.ts';
import { BackupRefusal } from '../data/backup/backup-refusal.ts';
import type { BackupHeader } from '../data/backup/format.ts';
import { keyOfBackup, keysThatOpen, slotsAfterRestore } from '../data/backup/opening.ts';
import { type AsideBase, findAside, type FoundBackup } from '../data/backup/places.ts';
import { readHeader } from '../data/backup/read-backup.ts';
import type { Uploads } from '../data/backup/uploads.ts';
import { lastMigration } from '../data/migrate.ts';
import type { HeldProfile } from './held-profile.ts';
import type { RestoreTask } from './restore-base.ts';

export interface ChosenSource {
  from: RestoreTask['source'];
  /** Null of a base put aside and of what is only readable. */
  header: BackupHeader | null;
  aside: AsideBase | null;
  /** Null when nothing opens it here. */
  key: Buffer | null;
  keys: SlotFile;
  openers: SlotOpener[];
}

interface Choice {
  held: HeldProfile;
  folder: string;
  source: BackupSource;
  code: string | null;
  find(id: string): FoundBackup;
  uploads: Uploads;
}

/** Throws `BackupRefusal` where there is no such backup, it is newer, or the code is not whole or not its own. */
export function chooseSource({ held, folder, source, code, find, uploads }: Choice): ChosenSource {
  const openers = [...openersOf(code), ...held.openers()];
  if ('readable' in source) return chooseReadable(folder, openers);
  const aside = 'id' in source ? findAside(folder).find(({ id }) => id === source.id) : undefined;
  if (aside) return chooseAside(folder, aside, openers);
  const file =
    'path' in source ? source.path : 'upload' in source ? uploads.file(source.upload) : find(source.id).file;
  const { header } = readHeader(file);
  if (header.migration > lastMigration()) throw new BackupRefusal('newer');
  const key = keyOfBackup(header, openers);
  // Slots that open and a seal that does not hold: the header is not as it was written.
  if (!key && keysThatOpen(header.keys, openers).length > 0) throw new BackupRefusal('altered');
  if (!key && code !== null) throw new BackupRefusal('wrongCode');
  const keys = key ? slotsAfterRestore(folder, header.keys, key, openers) : header.keys;
  return { from: { is: 'backup', file }, header, aside: null, key, keys, openers };
}

function chooseAside(folder: string, aside: AsideBase, openers: SlotOpener[]): ChosenSource {
  const slots = slotFileIn(aside.folder);
  if (!slots) throw new BackupRefusal('unknownBackup');
  const [key] = keysThatOpen(slots, openers);
  const keys = key ? slotsAfterRestore(folder, slots, key, openers) : slots;
  return {
    from: { is: 'aside', folder: aside.folder },
    header: null,
    aside,
    key: key ?? null,
    keys,
    openers,
  };
}

function chooseReadable(folder: string, openers: SlotOpener[]): ChosenSource {
  const keys = readSlots(folder);
  if (!keys) throw new BackupRefusal('unknownBackup');
  const [key] = keysThatOpen(keys, openers);
  return { from: { is: 'readable' }, header: null, aside: null, key: key ?? null, keys, openers };
}

function openersOf(code: string | null): SlotOpener[] {
  if (code === null) return [];
  if (readCode(code).is !== 'whole') throw new BackupRefusal('wrongCode');
  return [recoveryCodeOpener(code)];
}

/** Keys of the present base where it is damaged: only then is anything salvaged. */
export function salvageKeys(held: HeldProfile, folder: string, openers: readonly SlotOpener[]): Buffer[] {
  if (held.profile.shut?.reason !== 'damaged') return [];
  const slots = slotFileIn(folder);
  return slots ? keysThatOpen(slots, openers) : [];
}
