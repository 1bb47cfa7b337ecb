/** The desktop's engine process as it is, under the stand-in's child: what main says to it and hears from it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { onTestFinished } from 'vitest';
import type { EngineClient } from '#main/engine/reach.ts';
import type { FromEngine } from '#main/engine/shell-messages.ts';
import type { ToUtility } from '#main/engine/utility.ts';
import { PORT_CLOSED } from '#shared/desktop/bridge.ts';

export interface UtilityEngine {
  child: ChildProcess;
  say(message: ToUtility, port?: number): void;
  /** The next message of this kind, or the one that has come already. */
  hear<I extends FromEngine['is']>(is: I): Promise<Extract<FromEngine, { is: I }>>;
  connect(view: 'window' | 'script'): {
    client: EngineClient;
    send(data: unknown): void;
    closed: Promise<void>;
  };
  ended: Promise<unknown>;
  lastWords(): string;
}

const place = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export function startUtilityEngine(): UtilityEngine {
  const child = fork(
    place('./electron-host/utility-child.ts'),
    [place('../../src-main/shell-desktop/engine-entry.ts')],
    {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let words = '';
  child.stderr?.on('data', (part: Buffer) => (words += part.toString()));
  const heard: FromEngine[] = [];
  const waiting: (() => void)[] = [];
  const ports = new Map<number, { take(data: unknown): void; close(): void }>();
  child.on('message', (said: { port?: number; isClosed?: boolean; data?: unknown }) => {
    const port = ports.get(said.port ?? 0);
    if (said.isClosed) port?.close();
    // Meant for the window's line, which takes it away before the library reads it.
    else if (said.port !== undefined) {
      if (said.data !== PORT_CLOSED) port?.take(said.data);
    } else {
      heard.push(said.data as FromEngine);
      for (const look of waiting) look();
    }
  });
  const say = (message: ToUtility, port?: number) =>
    void child.send({ data: message, ports: port === undefined ? [] : [port] });
  return {
    child,
    say,
    ended,
    lastWords: () => words,
    hear: (is) =>
      new Promise((resolve) => {
        const look = () => {
          const found = heard.find((message) => message.is === is);
          if (found) resolve(found as never);
        };
        waiting.push(look);
        look();
      }),
    connect(view) {
      const id = ports.size + 1;
      const takers: ((event: { data: unknown }) => void)[] = [];
      const gone = Promise.withResolvers<void>();
      ports.set(id, { take: (data) => takers.forEach((taker) => taker({ data })), close: gone.resolve });
      say({ do: 'connect', view }, id);
      const send = (data: unknown) => void child.send({ port: id, data });
      const link = new RPCLink({
        port: {
          postMessage: send,
          on(event: string, taker: (event?: { data: unknown }) => void) {
            if (event === 'message') takers.push(taker);
            else void gone.promise.then(() => taker());
          },
        },
      });
      return { client: createORPCClient(link), send, closed: gone.promise };
    },
  };
}
