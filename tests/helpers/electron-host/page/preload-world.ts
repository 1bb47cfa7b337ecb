/**
 * The isolated world of a page: `require('electron')` as a sandboxed preload has it, and the line to the main process.
 * Injected as text (`page-scripts.ts`) together with `wire.ts`, so it may import nothing.
 */

type Listener = (event: unknown, ...args: unknown[]) => void;
interface FromMain {
  t: 'event' | 'reply' | 'port' | 'port-closed' | 'permission-set';
  id?: number | string;
  channel?: string;
  args?: unknown[];
  ports?: string[];
  data?: unknown;
  fault?: string;
}
interface PreloadSurroundings {
  process: object;
}
type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void;

export function startPreloadWorld(
  preload: Preload | null,
  { process }: PreloadSurroundings,
  encode: (value: unknown) => string,
  decode: (text: string) => unknown,
): void {
  const world = globalThis as unknown as {
    standInSend(text: string): void;
    standInReceive(text: string): void;
  };
  const send = (message: object) => world.standInSend(encode(message));

  // ── the bridge into the page's own world
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  let lastFunction = 0;
  let lastPromise = 0;

  function carry(value: unknown): unknown {
    if (typeof value === 'function') {
      lastFunction += 1;
      functions.set(lastFunction, value as (...args: unknown[]) => unknown);
      return { $function: lastFunction };
    }
    if (Array.isArray(value)) return value.map(carry);
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, carry(inner)]));
  }

  function build(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(build);
    if (!isPlain(value)) return value;
    const { $function: callback } = value;
    if (typeof callback === 'number')
      return (...args: unknown[]) => tell('call-back', { callback, args: args.map(carry) });
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, build(inner)]));
  }

  function isPlain(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  }

  /** Only name and message of an error cross Electron's bridge. */
  function faultOf(error: unknown): object {
    return error instanceof Error
      ? { name: error.name, message: error.message }
      : { name: 'Error', message: String(error) };
  }

  listen('call', ({ id, args }: { id: number; args: unknown[] }) => {
    try {
      const result = functions.get(id)?.(...args.map(build));
      if (!(result instanceof Promise)) return tell('returned', { value: carry(result) });
      lastPromise += 1;
      const promise = lastPromise;
      tell('returned', { promise });
      result.then(
        (value) => tell('settled', { promise, value: carry(value) }),
        (error: unknown) => tell('settled', { promise, fault: faultOf(error) }),
      );
    } catch (error) {
      tell('returned', { fault: faultOf(error) });
    }
  });
  listen('open', (detail: object) => send({ t: 'open', ...detail }));
  listen('permission', (detail: object) => send({ t: 'permission', ...detail }));

  // ── the line to the main process
  const listeners = new Map<string, Set<Listener>>();
  const replies = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const ports = new Map<string, MessagePort>();
  let lastInvoke = 0;
  let lastPort = 0;

  function bridgePort(id: string, port: MessagePort): void {
    ports.set(id, port);
    port.addEventListener('message', (event) => send({ t: 'port', id, data: event.data as unknown }));
    port.addEventListener('close', () => {
      ports.delete(id);
      send({ t: 'port-closed', id });
    });
    port.start();
  }

  function adopt(transfer: readonly MessagePort[]): string[] {
    return transfer.map((port) => {
      lastPort += 1;
      bridgePort(`page-${lastPort}`, port);
      return `page-${lastPort}`;
    });
  }

  world.standInReceive = (text) => {
    const message = decode(text) as FromMain;
    const { id, channel = '', args = [] } = message;
    if (message.t === 'event') {
      const arrived = (message.ports ?? []).map((name) => {
        const { port1, port2 } = new MessageChannel();
        bridgePort(name, port1);
        return port2;
      });
      const event = refuse('IpcRendererEvent', { sender: ipcRenderer, ports: arrived });
      new Set(listeners.get(channel)).forEach((heed) => heed(event, ...args));
    } else if (message.t === 'reply') {
      const waiting = replies.get(Number(id));
      replies.delete(Number(id));
      if (message.fault === undefined) waiting?.resolve(message.data);
      else waiting?.reject(new Error(`Error invoking remote method '${channel}': ${message.fault}`));
    } else if (message.t === 'port') ports.get(String(id))?.postMessage(message.data);
    else if (message.t === 'port-closed') {
      ports.get(String(id))?.close();
      ports.delete(String(id));
    } else tell('permission-set', { id });
  };

  const ipcRenderer = refuse('ipcRenderer', {
    send: (channel: string, ...args: unknown[]) => send({ t: 'send', channel, args }),
    postMessage: (channel: string, message: unknown, transfer: readonly MessagePort[] = []) =>
      send({ t: 'send', channel, args: [message], ports: adopt(transfer) }),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        lastInvoke += 1;
        replies.set(lastInvoke, { resolve, reject });
        send({ t: 'invoke', id: lastInvoke, channel, args });
      }),
    on(channel: string, listener: Listener) {
      const heard = listeners.get(channel) ?? new Set();
      listeners.set(channel, heard.add(listener));
      return ipcRenderer as unknown;
    },
    once(channel: string, listener: Listener) {
      const first: Listener = (...args) => {
        listeners.get(channel)?.delete(first);
        listener(...args);
      };
      return ipcRenderer.on(channel, first);
    },
    off: (channel: string, listener: Listener) => forget(channel, listener),
    removeListener: (channel: string, listener: Listener) => forget(channel, listener),
  });

  function forget(channel: string, listener: Listener): unknown {
    listeners.get(channel)?.delete(listener);
    return ipcRenderer;
  }

  const electron = refuse('electron in a preload', {
    contextBridge: refuse('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => tell('expose', { key, api: carry(api) }),
    }),
    ipcRenderer,
  });
  const module = { exports: {} };
  try {
    // A sandboxed preload may ask for very little; for anything else Electron says exactly this.
    const require = (name: string) => {
      if (name === 'electron') return electron;
      throw new Error(`module not found: ${name}`);
    };
    preload?.(require, module, module.exports, process);
  } catch (error) {
    send({ t: 'preload-error', message: String((error as Error).stack ?? error) });
  }

  function refuse<T extends object>(name: string, object: T): T {
    return new Proxy(object, {
      get(target, property) {
        if (typeof property === 'string' && !(property in target) && property !== 'then')
          throw new Error(`The stand-in for Electron has no ${name}.${property}.`);
        return Reflect.get(target, property) as unknown;
      },
    });
  }

  function tell(kind: string, detail: unknown): void {
    document.dispatchEvent(new CustomEvent(`stand-in:${kind}`, { detail }));
  }

  function listen<T>(kind: string, heed: (detail: T) => void): void {
    document.addEventListener(`stand-in:${kind}`, (event) => heed((event as CustomEvent<T>).detail));
  }
}
