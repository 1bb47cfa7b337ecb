/**
 * One profile folder in the hands of this process: locked, and open or shut. A base that its key does not open
 * stays shut with the reason, the lock held and the files untouched, until a recovery code or a backup opens it.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { GateState, ShutReason } from '#shared/contract/gate.ts';
import { type FirstSlot, firstKeyFileSlot, openDataKey } from '../security/data-key.ts';
import { folderRisk, type FolderRisk } from '../security/folder-risk.ts';
import { keyFileOpener } from '../security/key-file.ts';
import { readSlots, slotFileIn, type SlotKind, type SlotOpener, writeSlots } from '../security/key-slots.ts';
import {
  freshKeyStoreSlot,
  keyStoreOpener,
  type KeyStoreReading,
  sealedSlotsOf,
} from '../security/key-store-slot.ts';
import { lockProfile, type ShellName } from '../security/lock.ts';
import { makeProfileFolder, type ProfileKind } from '../security/profile-folder.ts';
import { isShut, ProfileRefusal } from '../security/refusal.ts';
import { BASE_FILE, type Engine, openEngine } from './engine.ts';

/** What a base made by this start begins with; the first-start screen asks all the same. */
export interface NewBaseDefaults {
  language: 'sk' | 'en';
  country: string;
  name: string;
}

export interface HoldOptions {
  folder: string;
  kind: ProfileKind;
  shell: ShellName;
  defaults: NewBaseDefaults;
  /** What the system's key store said; only the desktop asks it. */
  keyStore?: KeyStoreReading | undefined;
}

/** Why a base is shut, and what the sentence names. */
export interface Shut {
  reason: ShutReason;
  details: Readonly<Record<string, string | number>>;
}

/** What the person should know of the opened folder. */
export interface OpenedProfile {
  folder: string;
  created: boolean;
  keyTightened: boolean;
  risk: FolderRisk | null;
  shut: Shut | null;
}

export interface HeldProfile {
  readonly profile: OpenedProfile;
  /** Null while the base is shut. */
  readonly engine: Engine | null;
  readonly keySlots: SlotKind[];
  /** Opens a shut base with the ways of this computer, and with `more`; true when it is open after that. */
  open(more?: SlotOpener[]): boolean;
  /** Closes the base, lets `work` change its files, and opens it again. */
  reopen(work: () => void): Shut | null;
  describe(): GateState;
  /** Gives the folder back. */
  close(): void;
}

/** Refuses with `held`, `folderUnusable` or `slotsNewer`; any other reason leaves the base shut. */
export function holdProfile(options: HoldOptions): HeldProfile {
  const { folder, kind, shell, keyStore } = options;
  makeProfileFolder(folder);
  const lock = lockProfile(folder, shell);
  let engine: Engine | null = null;
  let keySlots: SlotKind[] = [];
  /** Openers that were given in this session; asked again when the base is opened again. */
  const given: SlotOpener[] = [];
  let profile: OpenedProfile = {
    folder,
    created: false,
    keyTightened: false,
    risk: folderRisk(folder),
    shut: null,
  };

  const open = (more: SlotOpener[] = []): boolean => {
    try {
      const key = openDataKey(folder, [...more, ...given, ...ownOpeners(options)], firstSlotOf(options));
      refuseMissingBase(folder, key.created);
      engine = openWithAny(options, key.candidates);
      given.push(...more);
      keySlots = key.slotKinds;
      profile = { ...profile, created: key.created, keyTightened: key.tightened, shut: null };
      markBegun(folder);
      return true;
    } catch (error) {
      if (!isShut(error)) throw error;
      profile = { ...profile, shut: { reason: error.reason, details: { folder, ...error.details } } };
      return false;
    }
  };

  const closeEngine = (): void => {
    const closing = engine;
    engine = null;
    closing?.close();
  };

  try {
    open();
  } catch (error) {
    lock.release();
    throw error;
  }
  return {
    get profile() {
      return profile;
    },
    get engine() {
      return engine;
    },
    get keySlots() {
      return keySlots;
    },
    open: (more) => engine !== null || open(more),
    reopen(work) {
      closeEngine();
      work();
      open();
      return profile.shut;
    },
    describe: () => ({
      shut: profile.shut?.reason ?? null,
      file: profile.shut?.details.file?.toString() ?? null,
      folder,
      kind,
      shell,
      recoveryCode: recoveryCodeOf(folder),
      keyStore: { backend: keyStore?.backend ?? null, made: sealedSlotsOf(folder)[0]?.backend ?? null },
    }),
    close() {
      try {
        closeEngine();
      } finally {
        lock.release();
      }
    },
  };
}

/** The key file serves every shell, so that a base from the browser shell opens in the desktop window too. */
function ownOpeners({ folder, keyStore }: HoldOptions): SlotOpener[] {
  return keyStore ? [keyStoreOpener(keyStore), keyFileOpener(folder)] : [keyFileOpener(folder)];
}

/** The desktop makes no key file, but for the demo base: invented people need no key store. */
function firstSlotOf({ shell, kind, keyStore }: HoldOptions): FirstSlot {
  if (shell !== 'desktop') return firstKeyFileSlot;
  return (folder, dataKey) => {
    const slot = keyStore ? freshKeyStoreSlot(keyStore, dataKey) : null;
    if (slot) return slot;
    if (kind === 'demo') return firstKeyFileSlot(folder, dataKey);
    throw new ProfileRefusal('codeFirst', { folder });
  };
}

/** Unwrapping is authenticated, so a key that came from a slot and does not open the file says: damaged. */
function openWithAny({ folder, kind, defaults }: HoldOptions, keys: Buffer[]): Engine {
  const file = path.join(folder, BASE_FILE);
  for (const key of keys) {
    try {
      return openEngine({ folder, kind, ...defaults }, key);
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (code === 'SQLITE_NOTADB') continue;
      if (typeof code === 'string' && code.startsWith('SQLITE_CORRUPT')) break;
      throw error;
    }
  }
  throw new ProfileRefusal('damaged', { folder, file });
}

/** Slots whose base was open once, and no base: it was lost or moved, and an empty one must not take its place. */
function refuseMissingBase(folder: string, created: boolean): void {
  const file = path.join(folder, BASE_FILE);
  if (created || fs.existsSync(file) || readSlots(folder)?.begun !== true) return;
  throw new ProfileRefusal('baseMissing', { folder, file });
}

function markBegun(folder: string): void {
  const file = readSlots(folder);
  if (file && file.begun !== true) writeSlots(folder, file.slots, { ...file, begun: true });
}

function recoveryCodeOf(folder: string): GateState['recoveryCode'] {
  const slot = slotFileIn(folder)?.slots.findLast(({ kind }) => kind === 'recoveryCode');
  return slot ? { createdAt: slot.createdAt } : null;
}
