/**
 * The engine in a process of its own beside the desktop's windows. The first message brings what to open, the
 * key store's answers among it: such things never stand in arguments or in the environment. A bug ends the
 * process, and the desktop shell starts it again.
 */
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { PORT_CLOSED } from '#shared/desktop/bridge.ts';
import type { HostOptions } from './host.ts';
import { type LocalSocket, openLocalSocket } from './local-socket.ts';
import { clientPort } from './node-port.ts';
import { type ServedEngine, serveEngine } from './serve-engine.ts';
import type { ClientPort, FromEngine, ToEngine } from './shell-messages.ts';
import { reportBug } from './trace.ts';

export type ToUtility = { do: 'open'; options: HostOptions } | ToEngine;

/** As much of Electron's `MessagePortMain` and `ParentPort` as is used: the engine knows no Electron. */
interface MainPort {
  postMessage(data: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
  close(): void;
}
interface Parent {
  postMessage(message: FromEngine): void;
  on(event: 'message', listener: (event: { data: ToUtility; ports: MainPort[] }) => void): void;
}

const parent = (process as unknown as { parentPort?: Parent }).parentPort;
if (!parent) throw new Error("utility.ts runs in Electron's utility process only");
const tell = (message: FromEngine) => parent.postMessage(message);

let engine: ServedEngine | null = null;
let fetch: HostOptions['fetch'];
let door: LocalSocket | undefined;
let closing: Promise<void> | undefined;
const closed = Promise.withResolvers<void>();

/** Longer than the shell gives its window to send its drafts. */
const SHELL_CLOSES_WITHIN_MS = 5_000;

// Written at once and without a message, which may quote data; the shell reads it as the reason of the end.
process.on('uncaughtException', endByBug);
process.on('unhandledRejection', endByBug);

// Ctrl+C and the end of a session reach every process at once, but the window still sends what is being typed:
// the shell says when to close. One that never does is not waited for.
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => void leaveOnSignal());

parent.on('message', ({ data: message, ports: [port] }) => {
  if (message.do === 'open') open(message.options);
  else if (message.do === 'close') void close();
  else if (port) connect(port, message.view);
});

/** How the engine reaches a server; said before the first message is read. */
export function reachBy(given: HostOptions['fetch']): void {
  fetch = given;
}

function open(options: HostOptions): void {
  engine = serveEngine({ ...options, fetch }, tell);
  if (!engine) return;
  const { opened } = engine.host;
  const { folder } = opened;
  void openLocalSocket({ folder, connect: connectScript, askForWindow }).then((opening) => (door = opening));
  tell({ is: 'open', opened });
}

function connect(port: MainPort, view: 'window' | 'script'): void {
  engine?.connect(mainPort(port), view);
  port.start();
}

function endByBug(error: unknown): never {
  reportBug(error);
  process.exit(1);
}

function connectScript() {
  const { port1, port2 } = new MessageChannel();
  engine?.connect(clientPort(port2), 'script');
  return port1;
}

function askForWindow(): null {
  tell({ is: 'windowAsked' });
  return null;
}

function close(): Promise<void> {
  closing ??= (async () => {
    await door?.close();
    await engine?.close();
    tell({ is: 'closed' });
    closed.resolve();
  })();
  return closing;
}

/** The shell itself ends this process with SIGTERM, once it has heard that everything is closed. */
async function leaveOnSignal(): Promise<void> {
  if (engine) await Promise.race([closed.promise, pause(SHELL_CLOSES_WITHIN_MS)]);
  await close();
  process.exit(0);
}

function mainPort(port: MainPort): ClientPort {
  return {
    postMessage: (data) => port.postMessage(data),
    onMessage: (listener) => port.on('message', (event) => listener(event.data)),
    onClose: (listener) => port.on('close', listener),
    close() {
      port.postMessage(PORT_CLOSED);
      port.close();
    },
  };
}
