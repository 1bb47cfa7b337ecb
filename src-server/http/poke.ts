/**
 * `GET /v1/poke`: server-sent events that say "head is now N". A hint only: a device that hears nothing asks by its
 * timer. What is sent comes from the database's notifications, so it does not matter which process took the push.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { POKE_PATH } from '#shared/sync/wire.ts';
import type { Caller } from './caller.ts';
import type { Metrics } from './metrics.ts';
import { SyncError } from '../sync/sync-error.ts';

/** A comment line keeps proxies from closing a silent stream, and finds out whether the device is still there. */
const HEARTBEAT_MS = 25_000;
const PER_DEVICE = 2;
const IN_ALL = 20_000;

interface Listener {
  readonly caller: Caller;
  readonly reply: FastifyReply;
}

export class Pokes {
  readonly #listeners = new Set<Listener>();
  readonly #metrics: Metrics;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(metrics: Metrics, heartbeatMs = HEARTBEAT_MS) {
    this.#metrics = metrics;
    this.#heartbeat = setInterval(() => this.#write(this.#listeners, ':\n\n'), heartbeatMs);
    this.#heartbeat.unref();
  }

  addRoute(app: FastifyInstance, callerOf: (request: FastifyRequest) => Promise<Caller>): void {
    app.get(POKE_PATH, async (request, reply) => {
      const caller = await callerOf(request);
      const open = [...this.#listeners].filter(({ caller: other }) => other.device === caller.device);
      if (open.length >= PER_DEVICE || this.#listeners.size >= IN_ALL) {
        throw new SyncError('rate_limited', { retryAfter: HEARTBEAT_MS });
      }
      this.#listen({ caller, reply });
      return reply;
    });
  }

  /** Tells the devices of a workspace; slow readers are not waited for. */
  tell(workspace: string, head: number): void {
    const those = [...this.#listeners].filter(({ caller }) => caller.workspace === workspace);
    this.#write(those, `data: ${JSON.stringify({ head })}\n\n`);
  }

  /** After a revocation; the others stay. */
  closeDevice(device: string): void {
    for (const { caller, reply } of this.#listeners) if (caller.device === device) reply.raw.end();
  }

  closeAll(): void {
    clearInterval(this.#heartbeat);
    for (const { reply } of this.#listeners) reply.raw.end();
  }

  #listen(listener: Listener): void {
    const { raw } = listener.reply;
    listener.reply.hijack();
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    raw.write(':\n\n');
    this.#listeners.add(listener);
    this.#metrics.set('vizitka_pokes_open', this.#listeners.size);
    raw.once('close', () => {
      this.#listeners.delete(listener);
      this.#metrics.set('vizitka_pokes_open', this.#listeners.size);
    });
  }

  #write(listeners: Iterable<Listener>, text: string): void {
    for (const { reply } of listeners) {
      // A device that does not read would make this process keep what it was told.
      if (reply.raw.writableNeedDrain) reply.raw.destroy();
      else reply.raw.write(text);
    }
  }
}
