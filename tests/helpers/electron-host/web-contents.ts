/** The page of a window: its frames, its line to the main process, and what it may do by itself. */
import { fromServed, originOf, toServed } from './addresses.ts';
import { chromium, openPage } from './pages.ts';
import { Frames, type FrameTold } from './frames.ts';
import { answerInvoke, ipcMain } from './ipc.ts';
import { type FromPage, PageLine } from './page-line.ts';
import { heedRequests } from './page-requests.ts';
import { mainWorldScript, preloadWorldScript } from './page-scripts.ts';
import { MessagePortMain, takePorts } from './ports.ts';
import { preventable } from './preventable.ts';
import { type PdfOptions, printToPdf } from './print-to-pdf.ts';
import { handlers } from './protocol.ts';
import { NotInStandIn, refuseUnknown, refuseUnknownOptions, StandInEmitter } from './refuse-unknown.ts';
import { grantsPermission, session } from './session.ts';
import { decodeWire, encodeWire } from './wire.ts';
import { type DevtoolsSession, passOverGone } from './devtools.ts';

export interface WebPreferences {
  devTools?: boolean;
  preload?: string;
  sandbox?: boolean;
  contextIsolation?: boolean;
  nodeIntegration?: boolean;
}

const KNOWN_PREFERENCES = [
  'preload',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'webviewTag',
  'navigateOnDragDrop',
  'safeDialogs',
  'disableDialogs',
  'autoplayPolicy',
  'spellcheck',
  'devTools',
];

/** What the page calls a device, and what Electron calls its stream. */
const MEDIA: Readonly<Record<string, string>> = { microphone: 'audio', camera: 'video' };
const DEVICES: Readonly<Record<string, string>> = { audio: 'microphone', video: 'camera' };

type OpenHandler = (details: object) => { action: 'allow' | 'deny' };

let last = 0;
const all = new Map<number, WebContents>();

export class WebContents extends StandInEmitter {
  protected readonly events = [
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview',
    'will-prevent-unload',
    'did-navigate',
    'did-finish-load',
    'did-fail-load',
    'did-create-window',
    'dom-ready',
    'destroyed',
    'preload-error',
    'render-process-gone',
    'unresponsive',
    'responsive',
    'context-menu',
    'before-input-event',
    'devtools-opened',
    'zoom-changed',
  ];
  readonly id: number;
  readonly session = session.defaultSession;
  readonly #frames = new Frames((frameId, channel, args, transfer) => {
    this.#line?.tell(frameId, { t: 'event', channel, args: cloned(args) }, takePorts(transfer));
  });
  readonly #preferences: WebPreferences;
  readonly #page: Promise<DevtoolsSession>;
  #line: PageLine | null = null;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  /** Where the main process sends the page: such a way is not the page's own. */
  #sentTo: string | null = null;
  #isDestroyed = false;
  #hasDevTools = false;
  #zoom = 1;

  constructor(preferences: WebPreferences, size: { width: number; height: number }, gone: () => void) {
    super();
    refuseUnknownOptions('webPreferences', preferences, KNOWN_PREFERENCES);
    if (
      preferences.contextIsolation === false ||
      preferences.nodeIntegration ||
      preferences.sandbox === false
    )
      throw new NotInStandIn('page without sandbox and context isolation');
    last += 1;
    this.id = last;
    all.set(this.id, this);
    this.#preferences = preferences;
    this.#page = this.#open(size, gone);
    this.#page.catch((error: unknown) => {
      if (!this.#isDestroyed) throw error;
    });
  }

  static fromId(id: number): WebContents | undefined {
    return all.get(id);
  }

  static getAllWebContents(): WebContents[] {
    return [...all.values()];
  }

  async #open(size: object, gone: () => void): Promise<DevtoolsSession> {
    const page = await openPage(gone);
    page.on<{ frame: FrameTold }>('Page.frameNavigated', ({ frame }) => {
      this.#frames.navigated(frame);
      if (!frame.parentId) this.emit('did-navigate', {}, fromServed(frame.url), 200, '');
    });
    page.on<{ frameId: string; url: string }>('Page.navigatedWithinDocument', ({ frameId, url }) => {
      this.#frames.movedWithin(frameId, url);
    });
    page.on<{ frameId: string }>('Page.frameDetached', ({ frameId }) => this.#frames.detached(frameId));
    page.on<{ url: string; windowName: string }>('Page.windowOpen', ({ url, windowName }) => {
      this.#askToOpen(fromServed(url), windowName);
    });
    page.on<{ frameId: string; url: string; disposition: string }>(
      'Page.frameRequestedNavigation',
      ({ frameId, url, disposition }) => {
        // Never a request of the page's: the system would be asked for a program, and the page stays in any case.
        const isForOthers = !/^(https?|data|about|blob|javascript|file):/.test(url);
        if (isForOthers && disposition === 'currentTab' && this.#frames.isMain(frameId))
          this.#mayNavigate(url);
      },
    );
    page.on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    page.on('Page.loadEventFired', () => this.emit('did-finish-load', {}));
    page.on('Inspector.targetCrashed', () => {
      this.#line?.closeAll();
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    this.#line = new PageLine(page, (said, world) => void this.#heed(said, world));
    await page.send('Page.enable');
    const { frameTree } = await page.send<{ frameTree: { frame: FrameTold } }>('Page.getFrameTree');
    this.#frames.navigated(frameTree.frame);
    await this.#line.open({
      main: mainWorldScript(),
      preload: preloadWorldScript(this.#preferences.preload, chromium().version),
    });
    await heedRequests(page, {
      contents: this,
      isMainFrame: (frameId) => this.#frames.isMain(frameId),
      mayNavigate: (url) => this.#mayNavigate(url),
    });
    await page.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
    return page;
  }

  #mayNavigate(url: string): boolean {
    const wasSent = url === this.#sentTo || url === this.getURL();
    this.#sentTo = null;
    if (wasSent) return true;
    const frame = this.mainFrame;
    return ['will-frame-navigate', 'will-navigate'].every((name) => {
      const event = preventable({ url, isMainFrame: true, frame, initiator: frame });
      this.emit(name, event, url);
      return !event.defaultPrevented;
    });
  }

  #askToOpen(url: string, frameName: string): void {
    const details = { url, frameName, features: '', disposition: 'foreground-tab', referrer: {} };
    if (this.#openHandler(refuseUnknown('details of a new window', details)).action !== 'allow') return;
    const opened = new WebContents(this.#preferences, { width: 800, height: 600 }, () => {});
    this.emit('did-create-window', opened, details);
    void opened.loadURL(url);
  }

  async #heed(said: FromPage, world: Parameters<PageLine['answer']>[0]): Promise<void> {
    const senderFrame = this.#frames.frame(world.frameId);
    const event = {
      sender: this as WebContents,
      senderFrame,
      frameId: 1,
      processId: 1,
      ports: this.#line?.receivePorts(world, said.ports ?? []).map((port) => new MessagePortMain(port)) ?? [],
    };
    const { channel, args, id } = said;
    if (said.t === 'send') ipcMain.emit(channel, refuseUnknown('IpcMainEvent', event), ...args);
    else if (said.t === 'invoke') {
      const reply = { t: 'reply', id, channel };
      await answerInvoke(channel, refuseUnknown('IpcMainInvokeEvent', event), args).then(
        (data) => this.#line?.answer(world, { ...reply, data }),
        (error: unknown) => this.#line?.answer(world, { ...reply, fault: String(error) }),
      );
    } else if (said.t === 'open') this.#askToOpen(fromServed(said.url ?? ''), said.name ?? '');
    else if (said.t === 'preload-error') this.emit('preload-error', {}, '', new Error(said.message));
    else if (said.t === 'permission') await this.#decide(said, world);
  }

  /** The app's answer becomes Chromium's setting for the origin, before the page's request goes on to Chromium. */
  async #decide(said: FromPage, world: Parameters<PageLine['answer']>[0]): Promise<void> {
    const { permission = '', details = {}, isCheck = false } = said;
    const frame = this.#frames.frame(world.frameId);
    const about = {
      requestingUrl: frame.url,
      securityOrigin: `${originOf(world.origin)}/`,
      isMainFrame: this.#frames.isMain(world.frameId),
      ...details,
    };
    const media = MEDIA[permission];
    const asked = media ? { ...about, mediaType: media } : about;
    const isGranted = await grantsPermission(
      isCheck,
      this,
      media ? 'media' : permission,
      `${originOf(world.origin)}/`,
      asked,
    );
    const settings = details.mediaTypes?.map((kind) => DEVICES[kind] ?? kind) ?? [permission];
    for (const name of settings)
      await chromium().send('Browser.setPermission', {
        permission: { name },
        setting: isGranted ? 'granted' : 'denied',
        origin: world.origin,
      });
    this.#line?.answer(world, { t: 'permission-set', id: said.id });
  }

  get mainFrame() {
    return this.#frames.main;
  }

  send(channel: string, ...args: unknown[]): void {
    this.mainFrame.send(channel, ...args);
  }

  postMessage(channel: string, message: unknown, transfer: MessagePortMain[] = []): void {
    this.mainFrame.postMessage(channel, message, transfer);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page;
    this.#sentTo = new URL(url).href;
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', resolve));
    const { errorText } = await page.send<{ errorText?: string }>('Page.navigate', {
      url: toServed(url, handlers),
    });
    if (errorText) {
      this.emit('did-fail-load', {}, -2, errorText, url, true);
      throw new Error(`${errorText} loading '${url}'`);
    }
    await loaded;
  }

  reload(): void {
    this.#tell('Page.reload');
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  setZoomFactor(factor: number): void {
    this.#zoom = factor;
    this.#tell('Emulation.setPageScaleFactor', { pageScaleFactor: factor });
  }

  getZoomFactor(): number {
    return this.#zoom;
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const page = await this.#page;
    const { result } = await page.send<{ result: { value: unknown } }>('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value;
  }

  /** Nobody would see them here; whether they may be opened is what counts. */
  openDevTools(): void {
    this.#hasDevTools = this.#preferences.devTools !== false;
  }

  isDevToolsOpened(): boolean {
    return this.#hasDevTools;
  }

  print(): never {
    throw new NotInStandIn('answer to webContents.print: a test gives it through evaluateMain');
  }

  async printToPDF(options: PdfOptions): Promise<Uint8Array> {
    return printToPdf(await this.#page, options);
  }

  focus(): void {
    this.#tell('Page.bringToFront');
  }

  forcefullyCrashRenderer(): void {
    this.#tell('Page.crash');
  }

  #tell(command: string, how: object = {}): void {
    void this.#page.then((page) => page.send(command, { ...how })).catch(passOverGone);
  }

  /** The stand-in's own, for the window. */
  static resize(contents: WebContents, size: { width: number; height: number }): void {
    contents.#tell('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
  }

  static async destroy(contents: WebContents): Promise<void> {
    if (contents.#isDestroyed) return;
    contents.#isDestroyed = true;
    all.delete(contents.id);
    contents.#line?.closeAll();
    contents.emit('destroyed');
    const page = await contents.#page;
    await page.send('Page.close').catch(() => {});
  }
}

/** What cannot be cloned is refused where it is sent, not where it arrives. */
function cloned(args: unknown[]): unknown[] {
  return decodeWire(encodeWire(args)) as unknown[];
}
