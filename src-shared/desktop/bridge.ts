/**
 * What the desktop's preload offers the window as `window.desktop`, and nothing else: small fixed verbs, no way to
 * send anything to anywhere. The browser shell has no such object. The same types bind main, preload and window.
 */

import type { BackupProblem } from '../contract/backups.ts';
import type { CommandId } from './commands.ts';
import type { ReminderOpened } from './reminders.ts';
import type { UpdateState } from './updates.ts';

/** Marks the window message that brings the port to the engine. */
export const ENGINE_PORT = 'vizitka:engine-port';
/** The engine's last word on a port: a page is told of no closed port (Chromium fires no event for it). */
export const PORT_CLOSED = 'vizitka:port-closed';

/** What the native menu and the tray ask the window to do. */
export const MENU_COMMANDS = [
  'log',
  'newClient',
  'search',
  'undo',
  'keys',
  'print',
  'savePdf',
  'day',
  'clients',
  'contacts',
  'meetings',
  'calls',
  'promises',
  'objections',
  'contracts',
  'handover',
  'exchange',
  'sync',
  'settings',
] as const satisfies readonly CommandId[];
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** `down`: it crashed. `restarted`: it is open again. `ended`: it keeps crashing and stays down. */
export type EngineEvent = 'down' | 'restarted' | 'ended';

/** What may be said outside the window while nobody looks at it; the texts stand in the catalogue. */
export const NOTICE_KINDS = ['importDone', 'exportDone', 'backupFailed'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const CAPTURE_DEVICES = ['microphone', 'camera'] as const;
export type CaptureDevice = (typeof CAPTURE_DEVICES)[number];

/** `refused`: not a kind of file that is ever opened. `failed`: no program took it, or it could not be written. */
export type OpenFileResult = 'opened' | 'refused' | 'failed';
export type SavePdfResult = 'saved' | 'cancelled' | 'failed';

/** `chosen`, or why there is no second place of backups now. */
export type BackupPlaceResult = 'chosen' | 'cancelled' | BackupProblem;

export interface StartWithSystem {
  /** False where the system offers no such thing, or the program is not installed. */
  available: boolean;
  on: boolean;
  /** It is time for the one question about it. */
  ask: boolean;
}

/** Calls of the window that main answers. */
export interface DesktopCalls {
  /** Says that what was typed is on its way; `busy` when a screen would rather not be closed now. */
  flushed(busy: boolean): void;
  /** Puts the file into a private folder, emptied at start and quit, and opens it in the system's program. */
  openFile(name: string, bytes: Uint8Array): OpenFileResult;
  /** Opens the system's print dialog for what the window shows. */
  print(): void;
  /** Asks where to, and writes what the window shows as a PDF there. */
  savePdf(name: string): SavePdfResult;
  /** Shown by the system only while the window is not in front. */
  notify(kind: NoticeKind, count: number): void;
  /** Asks for a folder and makes it the second place of backups. */
  chooseBackupPlace(): BackupPlaceResult;
  startWithSystem(): StartWithSystem;
  /** The answer to the question, or the switch in the settings; asks no more. */
  setStartWithSystem(on: boolean): StartWithSystem;
  /** Which device the screen that is open may use; null when it closes. */
  capture(device: CaptureDevice | null): void;
  /** The language of the window: menu, tray and notices follow. */
  speak(language: 'sk' | 'en'): void;
  /** Starts the whole program again, after an engine that keeps crashing. */
  startAgain(): void;
  updates(): UpdateState;
  /** Asks the team's server whether there is a newer version; does nothing while updates are off. */
  checkUpdates(): UpdateState;
  /** Begins to download the version that is available. */
  downloadUpdate(): UpdateState;
  /** Quits as always, then puts the downloaded version in place and starts it. */
  installUpdate(): UpdateState;
}
export type DesktopCall = keyof DesktopCalls;

/** What main tells the window. */
export interface DesktopEvents {
  menu: MenuCommand;
  engine: EngineEvent;
  /** Drafts must leave now: the program is about to end. Answered with `flushed`. */
  flush: null;
  updates: UpdateState;
  /** Somebody clicked a reminder of the system. */
  reminder: ReminderOpened;
}

type Asked = {
  [C in DesktopCall]: (...args: Parameters<DesktopCalls[C]>) => Promise<ReturnType<DesktopCalls[C]>>;
};

export interface DesktopBridge extends Asked {
  readonly platform: string;
  /** Asks for a port to the engine, which arrives as a window message marked `ENGINE_PORT`. */
  connect(): void;
  /** Each returns the way to stop listening. */
  onMenu(listener: (command: MenuCommand) => void): () => void;
  onEngine(listener: (event: EngineEvent) => void): () => void;
  onFlush(listener: () => void): () => void;
  onUpdates(listener: (state: UpdateState) => void): () => void;
  onReminder(listener: (opened: ReminderOpened) => void): () => void;
}
