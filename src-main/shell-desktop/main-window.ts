/** The one window: sandboxed, where it stood last, shown when there is something to see. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { DesktopEvents } from '#shared/desktop/bridge.ts';
import type { KeptState } from './desktop-state.ts';
import type { ErrorLog } from './error-log.ts';
import { fitBounds, SMALLEST } from './fit-bounds.ts';
import { ORIGIN } from './our-address.ts';

export interface MainWindow {
  readonly window: BrowserWindow;
  /** To the front, from wherever it was. */
  show(): void;
  tell<E extends keyof DesktopEvents>(event: E, detail: DesktopEvents[E]): void;
  /** Remembers where it stands, without waiting for it to come to rest. */
  keepPlace(): void;
}

const preload = path.join(fileURLToPath(new URL('../../out/preload', import.meta.url)), 'preload.cjs');
/** The ground of the theme, so that the window does not flash in the other colour before its page is there. */
const GROUND = { light: '#f7f4ee', dark: '#12161c' } as const;

export interface WindowOptions {
  state: KeptState;
  /** Started with the system: stays in the tray until it is asked for. */
  hidden: boolean;
  developer: boolean;
  errors: ErrorLog;
  /** Its page keeps crashing, and loading it once more would change nothing. */
  onBroken(): void;
}

/** Made but not loaded: whoever must answer its first words listens before `load`. */
export function makeMainWindow({ state, hidden, developer, errors, onBroken }: WindowOptions): MainWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...fitBounds(state.now.bounds, areas as [(typeof areas)[number], ...typeof areas]),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Vizitka',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries would be fetched from a server of somebody else.
      spellcheck: false,
      devTools: developer,
    },
  });
  const show = (): void => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  window.once('ready-to-show', () => {
    if (state.now.maximised) window.maximize();
    if (!hidden) show();
  });
  const keepPlace = watchPlace(window, state);
  mendPage(window, errors, onBroken);
  return {
    window,
    show,
    keepPlace,
    tell(event, detail) {
      if (!window.isDestroyed()) window.webContents.send(`desktop:${event}`, detail);
    },
  };
}

export async function loadMainWindow({ window }: MainWindow): Promise<void> {
  await window.loadURL(`${ORIGIN}/`).catch((error: unknown) => {
    // Taken away while it loaded, because the profile was refused: that is said elsewhere.
    if (!window.isDestroyed()) throw error;
  });
}

/** Moving ends with many events: the last one counts. */
function watchPlace(window: BrowserWindow, state: KeptState): () => void {
  const REST_MS = 400;
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    state.change({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, REST_MS);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('close', keep);
  return keep;
}

/** A page whose process crashed is loaded again: everything that was typed lies in the engine. */
function mendPage(window: BrowserWindow, errors: ErrorLog, onBroken: () => void): void {
  const BORNE = 2;
  const WITHIN_MS = 60_000;
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    errors.trace('window', `${reason} ${exitCode}`);
    crashes.push(Date.now());
    const lately = crashes.filter((at) => at > Date.now() - WITHIN_MS).length;
    if (reason === 'clean-exit') return;
    if (lately > BORNE) onBroken();
    else window.webContents.reload();
  });
}
