/**
 * The engine's house: takes the profile for this process, opens its key and its base, and gives procedures
 * their context. It knows no shell; a shell runs it in a thread (`thread.ts`) or beside itself (command line).
 *
 * The own base stays open as long as the host lives. Windows look at the base that was opened last, own or
 * demo; scripts always mean the profile they named, whatever a window happens to show.
 */
import { openDataKey } from '../security/data-key.ts';
import { folderRisk, type FolderRisk } from '../security/folder-risk.ts';
import { lockProfile, type ProfileLock, type ShellName } from '../security/lock.ts';
import {
  makeProfileFolder,
  type ProfileFolders,
  profileFolders,
  type ProfileKind,
} from '../security/profile-folder.ts';
import { ProfileRefusal } from '../security/refusal.ts';
import { fillWhenEmpty } from './demo.ts';
import { type Engine, openEngine } from './engine.ts';
import type { EngineContext } from './router.ts';

/** What a base made by this start begins with; the first-start screen asks all the same. */
export interface NewBaseDefaults {
  language: 'sk' | 'en';
  country: string;
  name: string;
}

export interface HostOptions {
  /** Folder of the own profile; the default one of this system when not given. */
  profile?: string | undefined;
  shell: ShellName;
  defaults: NewBaseDefaults;
}

/** Who looks: a window follows the base that is shown, a script keeps to the own one. */
export type View = 'window' | 'script';

/** What the person should know of the opened folder. */
export interface OpenedProfile {
  folder: string;
  created: boolean;
  keyTightened: boolean;
  risk: FolderRisk | null;
}

export interface EngineHost {
  readonly opened: OpenedProfile;
  context(view: View): EngineContext;
  /** Called after windows were pointed at another base. */
  onSwitch(listener: () => void): void;
  /** Waits for writes, marks a clean exit and gives the profile back. */
  close(): void;
}

interface OpenBase {
  engine: Engine;
  lock: ProfileLock;
  profile: OpenedProfile;
  keySlots: EngineContext['host']['keySlots'];
}

/** Opens the profile; throws `ProfileRefusal` when it is held, or its key does not open it. */
export function openHost(options: HostOptions): EngineHost {
  const folders = profileFolders(options.profile);
  const bases: Partial<Record<ProfileKind, OpenBase>> = {};
  const listeners: (() => void)[] = [];
  let shown: ProfileKind = 'own';

  const baseOf = (kind: ProfileKind): OpenBase => {
    const base = bases[kind];
    if (!base) throw new Error(`the ${kind} base is closed`);
    return base;
  };

  const openProfile = async (kind: ProfileKind): Promise<void> => {
    if (kind === shown) return;
    if (kind === 'demo') {
      const demo = (bases.demo ??= openBase(folders, 'demo', options));
      await fillWhenEmpty(demo.engine);
    }
    shown = kind;
    // The answer to the window that asked must leave before its connection is renewed.
    setImmediate(() => {
      for (const listener of listeners) listener();
      if (shown !== 'demo') closeBase('demo');
    });
  };

  const closeBase = (kind: ProfileKind): void => {
    const base = bases[kind];
    delete bases[kind];
    try {
      base?.engine.close();
    } finally {
      base?.lock.release();
    }
  };

  bases.own = openBase(folders, 'own', options);
  return {
    opened: bases.own.profile,
    context(view) {
      const kind = (): ProfileKind => (view === 'window' ? shown : 'own');
      return {
        get engine() {
          return baseOf(kind()).engine;
        },
        host: {
          view,
          openProfile,
          get folder() {
            return folders[kind()];
          },
          get kind() {
            return kind();
          },
          get risk() {
            return baseOf(kind()).profile.risk;
          },
          get keySlots() {
            return baseOf(kind()).keySlots;
          },
        },
      };
    },
    onSwitch: (listener) => listeners.push(listener),
    close() {
      closeBase('demo');
      closeBase('own');
    },
  };
}

function openBase(folders: ProfileFolders, kind: ProfileKind, options: HostOptions): OpenBase {
  const folder = folders[kind];
  makeProfileFolder(folder);
  const lock = lockProfile(folder, options.shell);
  try {
    const { key, slotKinds, created, tightened } = openDataKey(folder);
    const engine = openWithKey(folder, kind, key, options.defaults);
    const profile = { folder, created, keyTightened: tightened, risk: folderRisk(folder) };
    return { engine, lock, profile, keySlots: slotKinds };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openWithKey(folder: string, kind: ProfileKind, key: Buffer, defaults: NewBaseDefaults): Engine {
  try {
    return openEngine({ folder, kind, ...defaults }, key);
  } catch (error) {
    // SQLite says so of a wrong key and of a file that is no base at all.
    if ((error as { code?: unknown }).code === 'SQLITE_NOTADB')
      throw new ProfileRefusal('wrongKey', { folder });
    throw error;
  }
}
