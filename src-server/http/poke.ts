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
/**
 * Every device that hears a hint pulls. Per listening device a workspace is told at most this often, so that a thousand
 * colleagues who type all day do not ask a thousand times for each of them: 1,000 devices hear every 5 s, ten at once.
 */
const PACE_MS = 5;
const IN_ALL = 20_000;

interface Listener {
  readonly caller: Caller;
  readonly reply: FastifyReply;
}

interface Room {
  readonly listeners: Set<Listener>;
  toldAt: number;
  /** The head that waits for its turn. */
  next: { head: number; timer: NodeJS.Timeout } | undefined;
}

export class Pokes {
  /** By workspace. */
  readonly #rooms = new Map<string, Room>();
  /** What was last told, whoever listened. */
  readonly #heads = new Map<string, number>();
  readonly #metrics: Metrics;
  readonly #heartbeat: NodeJS.Timeout;
  #open = 0;

  constructor(metrics: Metrics, heartbeatMs = HEARTBEAT_MS) {
    this.#metrics = metrics;
    this.#heartbeat = setInterval(() => {
      for (const { listeners } of this.#rooms.values()) write(listeners, ':\n\n');
    }, heartbeatMs);
    this.#heartbeat.unref();
  }

  addRoute(app: FastifyInstance, callerOf: (request: FastifyRequest) => Promise<Caller>): void {
    app.get(POKE_PATH, async (request, reply) => {
      const caller = await callerOf(request);
      const ofDevice = [...(this.#rooms.get(caller.workspace)?.listeners ?? [])].filter(
        (other) => other.caller.device === caller.device,
      );
      if (ofDevice.length >= PER_DEVICE || this.#open >= IN_ALL) {
        throw new SyncError('rate_limited', { retryAfter: HEARTBEAT_MS });
      }
      this.#listen({ caller, reply });
      return reply;
    });
  }

  /** Tells the devices of a workspace; slow readers are not waited for. */
  tell(workspace: string, head: number): void {
    this.#heads.set(workspace, head);
    const room = this.#rooms.get(workspace);
    if (!room) return;
    if (room.next) {
      room.next.head = head;
      return;
    }
    const send = () => {
      const latest = room.next?.head ?? head;
      room.next = undefined;
      room.toldAt = performance.now();
      write(room.listeners, hint(latest));
    };
    const wait = room.toldAt + room.listeners.size * PACE_MS - performance.now();
    if (wait <= 0) send();
    else room.next = { head, timer: setTimeout(send, wait) };
  }

  /** After a revocation; the others stay. */
  closeDevice(device: string): void {
    for (const { caller, reply } of this.#all()) if (caller.device === device) reply.raw.end();
  }

  closeAll(): void {
    clearInterval(this.#heartbeat);
    for (const { reply } of this.#all()) reply.raw.end();
  }

  #all(): Listener[] {
    return [...this.#rooms.values()].flatMap(({ listeners }) => [...listeners]);
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
    const { workspace } = listener.caller;
    // What came between its last pull and now would else wait for its timer.
    const head = this.#heads.get(workspace);
    if (head !== undefined) raw.write(hint(head));
    const room = this.#rooms.get(workspace) ?? { listeners: new Set(), toldAt: -Infinity, next: undefined };
    this.#rooms.set(workspace, room);
    room.listeners.add(listener);
    this.#count(1);
    raw.once('close', () => {
      room.listeners.delete(listener);
      this.#count(-1);
      if (room.listeners.size > 0) return;
      clearTimeout(room.next?.timer);
      if (this.#rooms.get(workspace) === room) this.#rooms.delete(workspace);
    });
  }

  #count(by: number): void {
    this.#open += by;
    this.#metrics.set('vizitka_pokes_open', this.#open);
  }
}

function hint(head: number): string {
  return `data: ${JSON.stringify({ head })}\n\n`;
}

function write(listeners: Iterable<Listener>, text: string): void {
  for (const { reply } of listeners) {
    // A device that does not read would make this process keep what it was told.
    if (reply.raw.writableNeedDrain) reply.raw.destroy();
    else reply.raw.write(text);
  }
}
