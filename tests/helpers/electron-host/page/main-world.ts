/**
 * The stand-in's part in the page's own world: builds what the preload exposes, frozen and fixed as Electron does,
 * and takes the page's requests for windows and permissions to the main process before Chromium hears of them.
 * Injected as text (`page-scripts.ts`), so it may import nothing.
 */

/** A value on its way through the bridge; functions go as numbers. */
type Carried = unknown;
interface Fault {
  name: string;
  message: string;
}
interface Outcome {
  value?: Carried;
  promise?: number;
  fault?: Fault;
}

export function startMainWorld(): void {
  const callbacks = new Map<number, (...args: unknown[]) => unknown>();
  const promised = new Map<number, { resolve: (value: unknown) => void; reject: (fault: Error) => void }>();
  let last = 0;
  let returned: Outcome = {};

  listen('expose', ({ key, api }: { key: string; api: Carried }) => {
    Object.defineProperty(window, key, { value: build(api), enumerable: true });
  });
  listen('returned', (outcome: Outcome) => (returned = outcome));
  listen('settled', ({ promise = 0, ...outcome }: Outcome) => {
    const waiting = promised.get(promise);
    promised.delete(promise);
    if (outcome.fault) waiting?.reject(toError(outcome.fault));
    else waiting?.resolve(build(outcome.value));
  });
  listen('call-back', ({ callback, args }: { callback: number; args: Carried[] }) => {
    callbacks.get(callback)?.(...args.map(build));
  });

  /** Makes of a carried value what the page sees. */
  function build(value: Carried): unknown {
    if (Array.isArray(value)) return Object.freeze(value.map(build));
    if (!isPlain(value)) return value;
    const { $function: id } = value;
    if (typeof id !== 'number')
      return Object.freeze(
        Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, build(inner)])),
      );
    return Object.freeze((...args: unknown[]) => {
      tell('call', { id, args: args.map(carry) });
      const { promise, fault, value: result } = returned;
      if (fault) throw toError(fault);
      if (promise === undefined) return build(result);
      return new Promise((resolve, reject) => promised.set(promise, { resolve, reject }));
    });
  }

  function carry(value: unknown): Carried {
    if (typeof value === 'function') {
      last += 1;
      callbacks.set(last, value as (...args: unknown[]) => unknown);
      return { $function: last };
    }
    if (Array.isArray(value)) return value.map(carry);
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, carry(inner)]));
  }

  function isPlain(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  }

  function toError({ name, message }: Fault): Error {
    return Object.assign(new Error(message), { name });
  }

  // ── windows: Electron answers null when the app denies; the app is asked a moment later
  window.open = (address, name) => {
    tell('open', { url: new URL(String(address ?? 'about:blank'), document.baseURI).href, name: name ?? '' });
    return null;
  };

  // A link into another window goes the same way: a popup that Chromium begins may stop the page that opened it, or ask
  // the network before it is closed. Heard last, so that the page's own listeners decide first.
  window.addEventListener('click', (event) => {
    const [link] = event.composedPath().filter((each) => each instanceof HTMLAnchorElement);
    if (event.defaultPrevented || !link?.href || ['', '_self', '_top', '_parent'].includes(link.target))
      return;
    event.preventDefault();
    tell('open', { url: link.href, name: link.target });
  });

  // ── permissions: Chromium's own answer follows the app's
  let asked = 0;
  const waitingForAnswer = new Map<number, () => void>();
  listen('permission-set', ({ id }: { id: number }) => waitingForAnswer.get(id)?.());
  const ask = (permission: string, details: object, isCheck = false) =>
    new Promise<void>((resolve) => {
      asked += 1;
      waitingForAnswer.set(asked, resolve);
      tell('permission', { id: asked, permission, details, isCheck });
    });

  function askFirst<T extends object>(
    owner: T | undefined,
    method: keyof T & string,
    permission: string,
    detailsOf: (...args: never[]) => object = () => ({}),
  ): void {
    if (!owner) return;
    const original = owner[method] as (...args: unknown[]) => unknown;
    Object.defineProperty(owner, method, {
      configurable: true,
      value: async (...args: unknown[]) => {
        await ask(permission, detailsOf(...(args as never[])));
        return original.apply(owner, args);
      },
    });
  }

  const { mediaDevices, geolocation, clipboard, permissions } = navigator as Partial<Navigator>;
  askFirst(mediaDevices, 'getUserMedia', 'media', ({ audio, video }: MediaStreamConstraints) => ({
    mediaTypes: [...(audio ? ['audio'] : []), ...(video ? ['video'] : [])],
  }));
  askFirst(geolocation, 'getCurrentPosition', 'geolocation');
  askFirst(clipboard, 'readText', 'clipboard-read');
  if ('Notification' in window) askFirst(Notification, 'requestPermission', 'notifications');
  if (permissions) {
    const query = permissions.query.bind(permissions);
    permissions.query = async (descriptor) => {
      await ask(descriptor.name, {}, true);
      return query(descriptor);
    };
  }

  function tell(kind: string, detail: unknown): void {
    document.dispatchEvent(new CustomEvent(`stand-in:${kind}`, { detail }));
  }

  function listen<T>(kind: string, heed: (detail: T) => void): void {
    document.addEventListener(`stand-in:${kind}`, (event) => heed((event as CustomEvent<T>).detail));
  }
}
