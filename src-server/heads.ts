/**
 * Tells devices that their workspace has something new: those of this process at once, those of others by the
 * database's notifications. Never in the transaction that writes: NOTIFY makes all commits of a database wait for each
 * other, and a hint is not worth that.
 */
import type { Pool } from 'pg';

export const HEAD_CHANNEL = 'vizitka_head';

/** Notifications of one workspace come at most so often; the last one always comes. */
const APART_MS = 100;

export class Heads {
  readonly #pool: Pool;
  readonly #tell: (workspace: string, head: number) => void;
  readonly #told = new Map<string, number>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(pool: Pool, tell: (workspace: string, head: number) => void) {
    this.#pool = pool;
    this.#tell = tell;
  }

  /** After a commit of this process. */
  moved(workspace: string, head: number): void {
    if (!this.#raise(workspace, head) || this.#waiting.has(workspace)) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(workspace);
      const latest = `${workspace} ${this.#told.get(workspace) ?? head}`;
      // Lost, it is made up for by the devices' timers.
      this.#pool.query('SELECT pg_notify($1, $2)', [HEAD_CHANNEL, latest]).catch(() => undefined);
    }, APART_MS);
    this.#waiting.set(workspace, timer);
  }

  /** From another process, or our own echo. */
  heard(payload: string): void {
    const [workspace = '', head = ''] = payload.split(' ');
    if (/^\d+$/.test(head)) this.#raise(workspace, Number(head));
  }

  close(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
  }

  #raise(workspace: string, head: number): boolean {
    if (head <= (this.#told.get(workspace) ?? -1)) return false;
    this.#told.set(workspace, head);
    this.#tell(workspace, head);
    return true;
  }
}
