/**
 * The engine's house: holds the profile for this process, open or shut, and gives procedures their context. It
 * knows no shell; a shell runs it in a thread (`thread.ts`) or beside itself (command line).
 *
 * The own base stays held as long as the host lives. Windows look at the base that was opened last, own or
 * demo; scripts always mean the profile they named, whatever a window happens to show.
 */
import type { ReminderNotice } from '#shared/desktop/reminders.ts';
import { refused } from '../data/app-error.ts';
import type { BaseGate, BaseKeys } from '../data/context.ts';
import type { KeyStoreReading } from '../security/key-store-slot.ts';
import type { ShellName } from '../security/lock.ts';
import type { Fetch } from '../sync/line.ts';
import { type ProfileFolders, profileFolders, type ProfileKind } from '../security/profile-folder.ts';
import { fillWhenEmpty } from './demo.ts';
import { openBackupDesk, type ProfileBackups } from './backup-desk.ts';
import { gateOf } from './gate.ts';
import { keysOf } from './keys.ts';
import { type HeldProfile, holdProfile, type NewBaseDefaults, type OpenedProfile } from './held-profile.ts';
import { type ReminderClock, startReminderClock } from './reminder-clock.ts';
import type { EngineContext } from './router.ts';

export type { NewBaseDefaults, OpenedProfile, Shut } from './held-profile.ts';

export interface HostOptions {
  /** Folder of the own profile; the default one of this system when not given. */
  profile?: string | undefined;
  shell: ShellName;
  defaults: NewBaseDefaults;
  /** What the system's key store said; only the desktop asks it. */
  keyStore?: KeyStoreReading | undefined;
  /** How a server is reached; Node's own where nothing else is given. */
  fetch?: Fetch | undefined;
}

/** Who looks: a window follows the base that is shown, a script keeps to the own one. */
export type View = 'window' | 'script';

export interface EngineHost {
  /** As it is now: a shut base may have been opened since the start. */
  readonly opened: OpenedProfile;
  context(view: View): EngineContext;
  /** Called after windows were pointed at another base, or their base was opened anew. */
  onSwitch(listener: () => void): void;
  /** Called with what has fallen due in the own base; `listener` is told nothing of the time before. */
  onRemind(listener: (notices: ReminderNotice[]) => void): void;
  /** A last backup of the own base, where something was written and it takes no more than a few seconds. */
  backUpBeforeClosing(): Promise<void>;
  /** Waits for writes, marks a clean exit and gives the profile back. */
  close(): void;
}

/** Holds the profile, open or shut; throws `ProfileRefusal` when it is held or cannot be used at all. */
export function openHost(options: HostOptions): EngineHost {
  const folders = profileFolders(options.profile);
  const bases: Partial<Record<ProfileKind, HeldProfile>> = {};
  const desks: Partial<Record<ProfileKind, ProfileBackups>> = {};
  const listeners: (() => void)[] = [];
  const reminded: ((notices: ReminderNotice[]) => void)[] = [];
  let clock: ReminderClock | undefined;
  let shown: ProfileKind = 'own';

  const baseOf = (kind: ProfileKind): HeldProfile => {
    const base = bases[kind];
    if (!base) throw new Error(`the ${kind} base is closed`);
    return base;
  };

  // The answer to the window that asked must leave before its connection is renewed.
  const renewWindows = (then?: () => void): void => {
    setImmediate(() => {
      for (const listener of listeners) listener();
      then?.();
    });
  };

  const openProfile = async (kind: ProfileKind): Promise<void> => {
    if (kind === shown) return;
    if (baseOf(shown).profile.shut) throw refused('shut');
    if (kind === 'demo') {
      const { engine } = (bases.demo ??= hold(folders, 'demo', options));
      if (!engine) {
        closeBase('demo');
        throw refused('demoShut');
      }
      await fillWhenEmpty(engine);
    }
    shown = kind;
    renewWindows(() => {
      if (shown !== 'demo') closeBase('demo');
    });
  };

  const deskOf = (kind: ProfileKind): ProfileBackups => {
    const held = baseOf(kind);
    return (desks[kind] ??= openBackupDesk(held, held.options, renewWindows));
  };

  const closeBase = (kind: ProfileKind): void => {
    const base = bases[kind];
    delete bases[kind];
    desks[kind]?.stop();
    delete desks[kind];
    base?.close();
  };

  bases.own = hold(folders, 'own', options);
  // A command is short; who works with the base for hours has it backed up meanwhile.
  if (options.shell !== 'commandLine') {
    deskOf('own').keepTime();
    clock = startReminderClock(
      () => bases.own?.engine ?? null,
      (notices) => reminded.forEach((listener) => listener(notices)),
    );
  }
  return {
    get opened() {
      return baseOf('own').profile;
    },
    context(view) {
      const kind = (): ProfileKind => (view === 'window' ? shown : 'own');
      const gate: BaseGate = gateOf(() => baseOf(kind()), renewWindows);
      const keys: BaseKeys = keysOf(() => baseOf(kind()), renewWindows);
      return {
        get engine() {
          const { engine } = baseOf(kind());
          if (!engine) throw refused('shut');
          return engine;
        },
        host: {
          view,
          gate,
          keys,
          get backups() {
            return deskOf(kind());
          },
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
    onRemind: (listener) => reminded.push(listener),
    backUpBeforeClosing: async () => {
      if (options.shell !== 'commandLine') await desks.own?.beforeClosing();
    },
    close() {
      clock?.stop();
      closeBase('demo');
      closeBase('own');
    },
  };
}

function hold(folders: ProfileFolders, kind: ProfileKind, options: HostOptions): HeldProfile {
  return holdProfile({ ...options, folder: folders[kind], kind });
}
