/**
 * One profile folder in the hands of this process: locked, and open or shut. A base that its key does not open
 * stays shut with the reason, the lock held and the files untouched, until a recovery code or a backup opens it.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { GateState, ShutReason } from '#shared/contract/gate.ts';
import {
  type FirstSlot,
  firstKeyFileSlot,
  kindsOf,
  newDataKey,
  openDataKey,
  type OpenedKey,
  type SlotKey,
} from '../security/data-key.ts';
import { finishRestore } from '../data/backup/restore-swap.ts';
import { folderRisk, type FolderRisk } from '../security/folder-risk.ts';
import { keyFileOpener } from '../security/key-file.ts';
import { readSlots, slotFileIn, type SlotKind, type SlotOpener, writeSlots } from '../security/key-slots.ts';
import {
  freshKeyStoreSlot,
  keyStoreOpener,
  type KeyStoreReading,
  sealedSlotsOf,
  wrappingKeyOf,
} from '../security/key-store-slot.ts';
import { lockProfile, type ShellName } from '../security/lock.ts';
import { makeProfileFolder, type ProfileKind } from '../security/profile-folder.ts';
import { recoveryCodeOpener, wrapWithCode } from '../security/recovery-code.ts';
import type { Fetch } from '../sync/line.ts';
import { isShut, ProfileRefusal } from '../security/refusal.ts';
import { addKeyStoreSlot } from '../security/slot-changes.ts';
import { type CodeStep, codeStep } from './code-step.ts';
import { BASE_FILE, type Engine, openEngine } from './engine.ts';
import { finishRekey, isRekeying } from './rekey.ts';

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
  /** How a server is reached; Node's own where nothing else is given. */
  fetch?: Fetch | undefined;
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
  readonly options: HoldOptions;
  /** The recovery code that was shown and is not proved yet. */
  readonly code: CodeStep;
  /** Opens a shut base with the ways of this computer, and with `more`; true when it is open after that. */
  open(more?: SlotOpener[]): boolean;
  /** Makes the slots of a new base whose only way is this recovery code, and opens it. */
  create(code: string): void;
  /** Ways to open slots: those given in this session, then those of this computer. */
  openers(): SlotOpener[];
  /** Closes the base, lets `work` change its files, and opens it again, also with `more`. */
  reopen(work: () => void, more?: SlotOpener[]): Shut | null;
  describe(): GateState;
  /** A recovery code, not a way of this computer, opened it in this session. */
  readonly openedByCode: boolean;
  /** A code that opens the base from now on, so that it can be opened again in this session. */
  trust(code: string): void;
  /** Gives the folder back. */
  close(): void;
}

/** Refuses with `held`, `folderUnusable` or `slotsNewer`; any other reason leaves the base shut. */
export function holdProfile(options: HoldOptions): HeldProfile {
  const { folder, kind, shell, keyStore } = options;
  makeProfileFolder(folder);
  const lock = lockProfile(folder, shell);
  let engine: Engine | null = null;
  let openedByCode = false;
  const code = codeStep();
  /** Openers that were given in this session; asked again when the base is opened again. */
  const given: SlotOpener[] = [];
  let profile: OpenedProfile = {
    folder,
    created: false,
    keyTightened: false,
    risk: folderRisk(folder),
    shut: null,
  };

  const openers = (): SlotOpener[] => [...given, ...ownOpeners(options)];

  const open = (more: SlotOpener[] = []): boolean => {
    try {
      const key = openDataKey(folder, [...more, ...openers()], firstSlotOf(options));
      refuseMissingBase(folder, key.created);
      engine = openWithAny(options, key);
      given.push(...more);
      openedByCode ||= more.some(({ kind: way }) => way === 'recoveryCode');
      profile = { ...profile, created: key.created, keyTightened: key.tightened, shut: null };
      settle(options, engine.base.key, key.slotKeys);
      // A command is short and exchanges when it is told to; the demo base never does.
      if (kind === 'own' && shell !== 'commandLine') engine.sync.start();
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
    // A restore that was cut short is finished before anything of the base is looked at.
    finishRestore(folder);
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
      return kindsOf(slotFileIn(folder)?.slots ?? []);
    },
    options,
    code,
    get openedByCode() {
      return openedByCode;
    },
    trust: (newCode) => void given.push(recoveryCodeOpener(newCode)),
    create(newCode) {
      writeSlots(folder, [wrapWithCode(newCode, newDataKey())]);
      const created = open([recoveryCodeOpener(newCode)]);
      profile = { ...profile, created };
    },
    open: (more) => engine !== null || open(more),
    openers,
    reopen(work, more) {
      closeEngine();
      try {
        work();
      } finally {
        open(more);
      }
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

const UNREADABLE = /^(SQLITE_(CANTOPEN|IOERR|READONLY|FULL|PERM)|EACCES|EPERM|EIO|ENOSPC|EROFS)/;

/** Unwrapping is authenticated, so a key that came from a slot and does not open the file says: damaged. */
function openWithAny(
  { folder, kind, defaults, fetch }: HoldOptions,
  { candidates, slotKeys }: OpenedKey,
): Engine {
  const file = path.join(folder, BASE_FILE);
  for (const key of candidates) {
    try {
      return openEngine({ folder, kind, ...defaults, sync: fetch && { fetch } }, key);
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (code === 'SQLITE_NOTADB') continue;
      if (typeof code === 'string' && code.startsWith('SQLITE_CORRUPT')) break;
      if (typeof code === 'string' && UNREADABLE.test(code))
        throw new ProfileRefusal('unreadable', { folder, file });
      throw error;
    }
  }
  // A change of the key broke off, and the slots that were carried over cannot be opened from here.
  if (isRekeying(folder) && slotKeys.length < (slotFileIn(folder)?.slots.length ?? 0))
    throw new ProfileRefusal('noOpener', { folder });
  throw new ProfileRefusal('damaged', { folder, file });
}

/** What is due once the base is open: a broken-off change of its key ended, its slots marked, the desktop's own slot. */
function settle({ folder, keyStore }: HoldOptions, dataKey: Buffer, slotKeys: SlotKey[]): void {
  finishRekey(folder, dataKey, slotKeys);
  const file = readSlots(folder);
  if (file && file.begun !== true) writeSlots(folder, file.slots, { ...file, begun: true });
  if (keyStore && !file?.slots.some((slot) => wrappingKeyOf(keyStore, slot)))
    addKeyStoreSlot(folder, keyStore, dataKey);
}

/** Slots whose base was open once, and no base: it was lost or moved, and an empty one must not take its place. */
function refuseMissingBase(folder: string, created: boolean): void {
  const file = path.join(folder, BASE_FILE);
  if (created || fs.existsSync(file) || readSlots(folder)?.begun !== true) return;
  throw new ProfileRefusal('baseMissing', { folder, file });
}

function recoveryCodeOf(folder: string): GateState['recoveryCode'] {
  const slot = slotFileIn(folder)?.slots.findLast(({ kind }) => kind === 'recoveryCode');
  return slot ? { createdAt: slot.createdAt } : null;
}
