/** The one session: which requests leave, and which permissions a page is given. */
import { preventable } from './preventable.ts';
import { NotInStandIn, refuseUnknown, StandInEmitter } from './refuse-unknown.ts';

interface RequestDetails {
  url: string;
  method: string;
  resourceType: string;
  webContents?: unknown;
}
type BeforeRequest = (details: RequestDetails, answer: (verdict: { cancel?: boolean }) => void) => void;
type PermissionRequest = (
  contents: unknown,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: object,
) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean;

class WebRequest {
  #beforeRequest: BeforeRequest | null = null;

  onBeforeRequest(
    ...args: [filter: { urls: string[] }, listener: BeforeRequest] | [listener: BeforeRequest | null]
  ) {
    const [first, second] = args;
    if (second && typeof first === 'object' && !first?.urls.every((url) => url === '<all_urls>'))
      throw new NotInStandIn('filter of webRequest.onBeforeRequest but <all_urls>');
    this.#beforeRequest = second ?? (first as BeforeRequest | null);
  }

  /** The stand-in's own: whether the app lets the request leave. */
  static async allows(webRequest: WebRequest, details: RequestDetails): Promise<boolean> {
    const listener = webRequest.#beforeRequest;
    if (!listener) return true;
    const verdict = await new Promise<{ cancel?: boolean }>((resolve) => listener(details, resolve));
    return verdict.cancel !== true;
  }
}

class Session extends StandInEmitter {
  /** The choice of a device never comes: no page reaches one here. */
  protected readonly events = [
    'will-download',
    'select-hid-device',
    'select-serial-port',
    'select-usb-device',
  ];
  readonly webRequest = refuseUnknown('webRequest', new WebRequest());
  #request: PermissionRequest | null = null;
  #check: PermissionCheck | null = null;

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.#check = handler;
  }

  setDevicePermissionHandler(handler: unknown): void {
    // No page here ever reaches a device; a handler that says anything but no could not be shown to work.
    if (typeof handler !== 'function' || (handler as (details: object) => unknown)({}) !== false)
      throw new NotInStandIn('session.setDevicePermissionHandler that allows a device');
  }

  /** Neither is ever asked here: Chromium's headless windows pair nothing and share no screen. */
  setBluetoothPairingHandler(_handler: unknown): void {}
  setDisplayMediaRequestHandler(_handler: unknown): void {}

  setSpellCheckerEnabled(isOn: boolean): void {
    if (isOn) throw new NotInStandIn('spell checker');
  }

  /** The stand-in's own. Without a handler Electron grants everything. */
  static async grants(
    session: Session,
    isCheck: boolean,
    contents: unknown,
    permission: string,
    origin: string,
    details: object,
  ): Promise<boolean> {
    if (isCheck) return session.#check?.(contents, permission, origin, details) ?? true;
    const handler = session.#request;
    if (!handler) return true;
    return new Promise((resolve) => handler(contents, permission, resolve, details));
  }
}

export const session = refuseUnknown('session', {
  defaultSession: new Session(),
  /** Only for requests of main itself: no page is ever shown in another session here. */
  fromPartition: (_name: string, _options: object = {}) => new Session(),
});

export const allowsRequest = (details: RequestDetails) =>
  WebRequest.allows(session.defaultSession.webRequest, details);

export const grantsPermission = (
  isCheck: boolean,
  contents: unknown,
  permission: string,
  origin: string,
  details: object,
) => Session.grants(session.defaultSession, isCheck, contents, permission, origin, details);

/** Whether the app lets a page keep what it downloads; asked through `will-download`. */
export function allowsDownload(url: string, filename: string): boolean {
  const item = refuseUnknown('DownloadItem', { getURL: () => url, getFilename: () => filename });
  const event = preventable({});
  session.defaultSession.emit('will-download', event, item);
  return !event.defaultPrevented;
}
