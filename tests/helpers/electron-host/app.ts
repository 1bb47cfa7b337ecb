/** app: its places, its life from ready to quit, and its one instance. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { BrowserWindow, watchWindows } from './browser-window.ts';
import { chromium, startChromium } from './pages.ts';
import { preventable } from './preventable.ts';
import { isReady, markReady, whenEvaluated, whenReady } from './readiness.ts';
import { NotInStandIn, refuseUnknown, StandInEmitter } from './refuse-unknown.ts';
import { holdInstance, releaseInstance } from './single-instance.ts';
import { runningUtilities } from './utility-process.ts';

type Place =
  | 'appData'
  | 'userData'
  | 'sessionData'
  | 'temp'
  | 'exe'
  | 'home'
  | 'documents'
  | 'downloads'
  | 'desktop'
  | 'logs';

interface LoginItem {
  openAtLogin: boolean;
}

/** For Chromium, which starts when the main module has been evaluated. */
const switches: string[] = [];

class App extends StandInEmitter {
  protected readonly events = [
    'ready',
    'will-finish-launching',
    'window-all-closed',
    'before-quit',
    'will-quit',
    'quit',
    'activate',
    'second-instance',
    'browser-window-created',
    'web-contents-created',
    'render-process-gone',
    'child-process-gone',
    'open-file',
    'open-url',
    'certificate-error',
    'select-client-certificate',
    'login',
    'session-created',
    'accessibility-support-changed',
    'browser-window-focus',
    'browser-window-blur',
  ];
  readonly isPackaged = process.env['ELECTRON_HOST_PACKAGED'] === '1';
  /** Only macOS has one. */
  readonly dock = undefined;
  readonly commandLine = refuseUnknown('app.commandLine', {
    appendSwitch: (name: string, value?: string) =>
      void switches.push(value === undefined ? `--${name}` : `--${name}=${value}`),
    hasSwitch: (name: string) => process.argv.some((argument) => argument.split('=')[0] === `--${name}`),
  });
  #places = new Map<Place, string>();
  #name = 'electron';
  #isQuitting = false;
  #loginItem: LoginItem = { openAtLogin: false };

  whenReady = () => whenReady;
  isReady = () => isReady();
  getName = () => this.#name;
  getVersion = () => process.env['ELECTRON_HOST_VERSION'] ?? '0.0.0';
  getLocale = () => process.env['ELECTRON_HOST_LOCALE'] ?? 'sk';
  getSystemLocale = () => this.getLocale();
  getPreferredSystemLanguages = () => [this.getLocale()];
  getAppPath = () => path.dirname(process.argv[1] ?? '');
  enableSandbox = () => this.#beforeReady('app.enableSandbox');
  disableHardwareAcceleration = () => this.#beforeReady('app.disableHardwareAcceleration');
  /** Windows' names for the taskbar. */
  setAppUserModelId = (_id: string) => {};
  getLoginItemSettings = (_of: object = {}): LoginItem => ({ ...this.#loginItem });

  get name(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  setLoginItemSettings(settings: Partial<LoginItem>): void {
    this.#loginItem = { ...this.#loginItem, ...settings };
  }

  getPath(name: Place): string {
    const place = this.#places.get(name) ?? this.#defaultPlace(name);
    if (name === 'userData' || name === 'sessionData') fs.mkdirSync(place, { recursive: true });
    return place;
  }

  setPath(name: Place, place: string): void {
    if (!path.isAbsolute(place)) throw new Error('Path must be absolute');
    this.#places.set(name, place);
  }

  #defaultPlace(name: Place): string {
    const home = os.homedir();
    const appData = process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
    if (name === 'appData') return appData;
    if (name === 'userData') return path.join(this.getPath('appData'), this.#name);
    if (name === 'sessionData') return this.getPath('userData');
    if (name === 'logs') return path.join(this.getPath('userData'), 'logs');
    if (name === 'temp') return os.tmpdir();
    if (name === 'exe') return process.execPath;
    if (name === 'home') return home;
    const folders = { documents: 'Documents', downloads: 'Downloads', desktop: 'Desktop' } as const;
    const folder = (folders as Partial<Record<Place, string>>)[name];
    if (!folder) throw new NotInStandIn(`app.getPath('${name}')`);
    return path.join(home, folder);
  }

  requestSingleInstanceLock(additionalData: object = {}): boolean {
    return holdInstance(this.getPath('userData'), additionalData, ({ argv, cwd, data }) => {
      this.emit('second-instance', {}, argv, cwd, data);
    });
  }

  releaseSingleInstanceLock(): void {
    releaseInstance();
  }

  /** Processes of the program; those of Chromium's own kind are not told apart from the browser. */
  getAppMetrics(): { pid: number; type: string; name?: string }[] {
    return [
      { pid: process.pid, type: 'Browser' },
      ...(isReady() ? [{ pid: chromium().pid, type: 'GPU' }] : []),
      ...runningUtilities().map(({ pid, name }) => ({ pid, name, type: 'Utility' })),
    ];
  }

  relaunch(): never {
    throw new NotInStandIn('answer to app.relaunch: a test gives it through evaluateMain');
  }

  /** Asks every window and every listener; any of them may prevent it. */
  quit(): void {
    if (this.#isPrevented('before-quit')) return;
    this.#isQuitting = true;
    for (const window of BrowserWindow.getAllWindows()) {
      window.close();
      if (!window.isDestroyed()) {
        this.#isQuitting = false;
        return;
      }
    }
    if (this.#isPrevented('will-quit')) {
      this.#isQuitting = false;
      return;
    }
    this.exit(0);
  }

  /** Asks nobody. */
  exit(code = 0): void {
    this.emit('quit', {}, code);
    // A quit before the app is ready has no browser to wait for.
    const closed = isReady() ? chromium().close() : Promise.resolve();
    void closed.finally(() => process.exit(code));
  }

  allWindowsClosed(): void {
    if (this.#isQuitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  #isPrevented(name: string): boolean {
    const event = preventable({});
    this.emit(name, event);
    return event.defaultPrevented;
  }

  #beforeReady(what: string): void {
    if (isReady()) throw new Error(`${what}() can only be called before app is ready`);
  }
}

export const app = new App();

watchWindows({
  created(window) {
    app.emit('browser-window-created', {}, window);
    app.emit('web-contents-created', {}, window.webContents);
  },
  allClosed: () => app.allWindowsClosed(),
});

void whenEvaluated.then(async () => {
  await startChromium(app.getPath('sessionData'), app.getLocale(), switches);
  markReady();
  app.emit('ready', {}, {});
});

// Electron's own answer to a signal, unless the app has one.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) app.quit();
  });
