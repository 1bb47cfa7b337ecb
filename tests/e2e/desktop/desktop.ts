/**
 * The desktop program as a test has it: `test('…', async ({ launch, profile }) => { const desktop = await launch(); … })`.
 *
 * It runs the built main and preload on Electron's own binary where that is installed (`desktop.kind` is `electron`,
 * through Playwright's `_electron`), else on the stand-in of tests/helpers/electron-host (`stand-in`). The same spec
 * does for both: what differs lies behind this interface.
 *
 * - `desktop.page` is the window; `desktop.openPage()` waits for it anew after it was closed or hidden.
 * - `desktop.evaluateMain(fn, arg)` runs a function in the main process with the module `electron`; it sees nothing
 *   of the test but `arg`. So dialogs are answered: `({ dialog }) => { dialog.showSaveDialog = async () => ({ … }) }`.
 * - `desktop.takeFile(start)` gives the file that `start` makes the window download.
 * - `launch({ beforeReady })` runs such a function before the program does anything, for what it asks at once.
 * - `launch({ expectWindow: false })` for a start that is refused: `await desktop.ended` is its exit code.
 * - `desktop.close()` quits as a person does, `desktop.kill()` as a dead battery does; every start is ended at the end.
 * - `keyStore` (stand-in only) is the system's key store, a file beside the profile: `writeKeyStore` names another
 *   backend, locks it or changes its key, and removing it empties it. Electron's own is left alone: declare such
 *   tests inside `if (desktopKind === 'stand-in')`, as a skipped test counts as failed.
 * - `main` runs another built program than out/main, a packaged or a changed one.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as ElectronModule from 'electron';
import { test as base, expect, type Page } from '@playwright/test';
import { findElectron } from '../../../scripts/find-electron.mjs';
import { builtFile } from '../../../scripts/build-engine.mjs';
import type { TakeFile } from '../main-job.ts';
import { makeProfile } from './profile.ts';
import { startElectron } from './start-electron.ts';
import { startStandIn } from './start-stand-in.ts';

export { expect };

export type Electron = typeof ElectronModule;

export type InMain<A, R> = (electron: Electron, arg: A) => R | Promise<R>;

/** What a start in either way gives. */
export interface Started {
  readonly pid: number;
  /** Exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
  /** What it wrote to standard error until now. */
  complaint(): string;
  evaluateMain<A, R>(run: InMain<A, R>, arg: A): Promise<R>;
  openPage(): Promise<Page>;
  /** The file that `start` makes the window download. */
  takeFile: TakeFile;
  /** Ends the process itself at once. */
  killMain(): void;
}

export interface Desktop extends Omit<Started, 'killMain' | 'evaluateMain'> {
  readonly kind: 'electron' | 'stand-in';
  /** Throws when the start expected no window. */
  readonly page: Page;
  readonly keyStore: string;
  evaluateMain<R>(run: InMain<undefined, R>): Promise<R>;
  evaluateMain<A, R>(run: InMain<A, R>, arg: A): Promise<R>;
  /** Process id of the engine at this moment. */
  enginePid(): Promise<number>;
  close(): Promise<number | null>;
  kill(): Promise<void>;
}

export interface LaunchOptions {
  profile?: string;
  /** Further arguments of the program. */
  args?: string[];
  /** Of the system: Slovak. */
  language?: 'sk' | 'en';
  env?: Record<string, string>;
  /** Built main module, or the packaged one. */
  main?: string;
  beforeReady?: InMain<undefined, unknown>;
  expectWindow?: boolean;
}

/** What the stand-in's system keeps: see tests/helpers/electron-host/safe-storage.ts. */
export interface KeyStore {
  backend?:
    | 'basic_text'
    | 'gnome_libsecret'
    | 'kwallet'
    | 'kwallet5'
    | 'kwallet6'
    | 'unknown'
    | 'dpapi'
    | 'keychain';
  isAvailable?: boolean;
  key?: string | null;
}

export const desktopKind = findElectron() ? 'electron' : 'stand-in';

/** What is not given stays as it was. */
export function writeKeyStore(file: string, change: KeyStore): void {
  const before = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as KeyStore) : {};
  fs.writeFileSync(file, JSON.stringify({ ...before, ...change }));
}

export const keyStoreOf = (profile: string) => `${profile}-key-store.json`;

/** Resolves when the window is there, or with `expectWindow: false` when the program runs. */
export async function launchDesktop(options: LaunchOptions & { profile: string }): Promise<Desktop> {
  const { profile, args = [], language = 'sk', env = {}, expectWindow = true } = options;
  const keyStore = keyStoreOf(profile);
  const main = options.main ?? fileURLToPath(builtFile('src-main/main.ts'));
  const start = {
    main,
    args: ['--profile', profile, ...args],
    env: {
      ...process.env,
      LANG: language === 'sk' ? 'sk_SK.UTF-8' : 'en_US.UTF-8',
      LC_ALL: '',
      TZ: 'Europe/Bratislava',
      // What the program keeps for the whole account stays out of the account of whoever runs the tests.
      XDG_CONFIG_HOME: path.join(path.dirname(profile), 'config'),
      ...env,
    },
    language,
    keyStore,
    beforeReady: options.beforeReady,
  };
  const started = await (desktopKind === 'electron' ? startElectron(start) : startStandIn(start));
  const page = expectWindow ? await started.openPage() : null;
  const pids = () => started.evaluateMain(({ app }) => app.getAppMetrics().map(({ pid }) => pid), undefined);
  return {
    ...started,
    kind: desktopKind,
    keyStore,
    get page() {
      if (!page) throw new Error('this start expected no window');
      return page;
    },
    evaluateMain: <A, R>(run: InMain<A, R>, arg?: A) => started.evaluateMain(run, arg as A),
    async enginePid() {
      const engine = await started.evaluateMain(
        ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Vizitka Engine')?.pid,
        undefined,
      );
      if (engine === undefined) throw new Error('no engine runs');
      return engine;
    },
    async close() {
      await started.evaluateMain(({ app }) => setImmediate(() => app.quit()) && undefined, undefined);
      return started.ended;
    },
    async kill() {
      const all = await pids();
      started.killMain();
      await started.ended;
      await expect.poll(() => all.filter(isAlive), 'its other processes end with it').toEqual([]);
    },
  };
}

interface DesktopTest {
  /** A fresh folder's path, with nothing there yet; gone after the test. */
  profile: string;
  launch(options?: LaunchOptions): Promise<Desktop>;
}

export const test = base.extend<DesktopTest>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here even when nothing is taken
  profile: async ({}, give) => {
    const made = makeProfile();
    await give(made.profile);
    made.remove();
  },
  launch: async ({ profile }, give, info) => {
    info.annotations.push({ type: 'desktop', description: desktopKind });
    const running: Desktop[] = [];
    await give(async (options = {}) => {
      const desktop = await launchDesktop({ profile, ...options });
      running.push(desktop);
      return desktop;
    });
    for (const desktop of running) {
      if (isAlive(desktop.pid)) await desktop.kill();
      if (info.status !== info.expectedStatus && desktop.complaint() !== '')
        await info.attach('standard error of the program', { body: desktop.complaint() });
    }
  },
});

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
