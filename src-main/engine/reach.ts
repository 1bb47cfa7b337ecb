/**
 * The way to a profile for one process: its own engine where the profile is free, else the engine of the
 * process that holds it, through the local socket. Callers get the same typed client either way.
 */
import http from 'node:http';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { WebSocket } from 'ws';
import type { Contract } from '#shared/contract/index.ts';
import { type Holder, readHolder } from '../security/lock.ts';
import { profileFolders } from '../security/profile-folder.ts';
import { ProfileRefusal } from '../security/refusal.ts';
import { type HostOptions, type OpenedProfile, openHost } from './host.ts';
import { router } from './router.ts';

export type EngineClient = ContractRouterClient<Contract>;

export interface ReachedEngine {
  client: EngineClient;
  /** Null when another process holds the profile and does the work. */
  opened: OpenedProfile | null;
  close(): void;
}

/** How long a script waits for a holder that is about to end or has not opened its door yet. */
const PATIENCE_MS = 3_000;
const TRY_EVERY_MS = 50;

/** Rejects with `ProfileRefusal`: `held` when the holder has no door, or the reason why the base stays shut. */
export async function reachEngine(options: HostOptions): Promise<ReachedEngine> {
  const { own } = profileFolders(options.profile);
  for (const until = Date.now() + PATIENCE_MS; ; await pause(TRY_EVERY_MS)) {
    try {
      const host = openHost(options);
      const client = createRouterClient(router, { context: host.context('script') }) as EngineClient;
      return { client, opened: host.opened, close: () => host.close() };
    } catch (error) {
      if (!isHeld(error)) throw error;
      const reached = await connect(readHolder(own));
      if (reached) return reached;
      if (Date.now() > until) throw error;
    }
  }
}

/** `address` is that of one more window in a browser; null when the desktop's own window came to the front. */
export interface RunningWindow {
  address: string | null;
}

/** Asks the running shell for its window; null when the profile is free or its holder has none. */
export async function askForWindow(profile: string | undefined): Promise<RunningWindow | null> {
  const holder = readHolder(profileFolders(profile).own);
  if (!holder?.socket || holder.shell === 'commandLine') return null;
  return new Promise((resolve) => {
    const request = http.request(
      { socketPath: holder.socket, path: '/window', method: 'POST', headers: credentials(holder) },
      (response) => {
        const answered = response.statusCode === 200 || response.statusCode === 204;
        text(response).then(
          (address) => resolve(answered ? { address: address === '' ? null : address } : null),
          () => resolve(null),
        );
      },
    );
    request.on('error', () => resolve(null)).end();
  });
}

export function isHeld(error: unknown): error is ProfileRefusal {
  return error instanceof ProfileRefusal && error.reason === 'held';
}

async function connect(holder: Holder | null): Promise<ReachedEngine | null> {
  const { socket: place } = holder ?? {};
  if (!holder || !place) return null;
  const socket = new WebSocket('ws://engine/rpc', {
    createConnection: () => net.connect(place),
    headers: credentials(holder),
    perMessageDeflate: false,
  });
  const open = await new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  if (!open) return null;
  const client: EngineClient = createORPCClient(
    new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }),
  );
  return { client, opened: null, close: () => socket.close() };
}

function credentials(holder: Holder): Record<string, string> {
  return { authorization: `Bearer ${holder.secret ?? ''}` };
}
