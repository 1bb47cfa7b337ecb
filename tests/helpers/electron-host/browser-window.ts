/** BrowserWindow: the frame around a page. Where it stands and whether it is seen is only remembered. */
import { preventable } from './preventable.ts';
import { BaseWindowState } from './window-state.ts';
import { refuseUnknownOptions, refuseUnknownStatics } from './refuse-unknown.ts';
import { WebContents, type WebPreferences } from './web-contents.ts';

export interface WindowOptions {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  show?: boolean;
  title?: string;
  webPreferences?: WebPreferences;
}

const KNOWN_OPTIONS = [
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'icon',
  'backgroundColor',
  'autoHideMenuBar',
  'center',
  'webPreferences',
];

/** What windows tell the app, which imports this module and cannot be imported by it. */
export interface WindowWatch {
  created(window: BrowserWindow): void;
  allClosed(): void;
}

const windows: BrowserWindow[] = [];
let watch: WindowWatch | null = null;

export function watchWindows(by: WindowWatch): void {
  watch = by;
}

export class BrowserWindow extends BaseWindowState {
  protected readonly events = [
    'ready-to-show',
    'show',
    'hide',
    'focus',
    'blur',
    'close',
    'closed',
    'move',
    'moved',
    'resize',
    'resized',
    'maximize',
    'unmaximize',
    'minimize',
    'restore',
    'enter-full-screen',
    'leave-full-screen',
    'page-title-updated',
    'session-end',
    'query-session-end',
    'unresponsive',
    'responsive',
  ];
  readonly id: number;
  readonly webContents: WebContents;
  #isDestroyed = false;

  constructor(options: WindowOptions = {}) {
    super(options);
    refuseUnknownOptions('BrowserWindow', options, KNOWN_OPTIONS);
    this.webContents = new WebContents(options.webPreferences ?? {}, this.getSize(), () => this.#closed());
    this.id = this.webContents.id;
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.on('resize', () => WebContents.resize(this.webContents, this.getSize()));
    windows.push(this);
    watch?.created(this);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return windows.find((window) => window.isFocused()) ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return windows.find((window) => window.webContents === contents) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  reload(): void {
    this.webContents.reload();
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  /** As the person's own closing: the app may prevent it. */
  close(): void {
    if (this.#isDestroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    void WebContents.destroy(this.webContents);
    this.#closed();
  }

  #closed(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    windows.splice(windows.indexOf(this), 1);
    void WebContents.destroy(this.webContents);
    this.emit('closed');
    if (windows.length === 0) watch?.allClosed();
  }
}

refuseUnknownStatics(BrowserWindow);
