/** Joins two edits of a long text within a bounded time; what takes longer counts as overlapping. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface TextTask {
  base: string | null;
  current: string | null;
  incoming: string | null;
}
export type MergedText = { text: string | null } | null;

const LIMIT_MS = 250;

/** One thread per server process, started when it is first needed. */
export class TextMerger {
  #thread: Promise<Worker> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #script: URL;

  /** `script` differs in a built program. */
  constructor(script = new URL('./text-merge-thread.ts', import.meta.url)) {
    this.#script = script;
  }

  merge(task: TextTask): Promise<MergedText> {
    const result = this.#queue.then(() => this.#run(task));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    const thread = await this.#thread?.catch(() => undefined);
    this.#thread = undefined;
    await thread?.terminate();
  }

  async #run(task: TextTask): Promise<MergedText> {
    this.#thread ??= start(this.#script);
    const thread = await this.#thread;
    const limit = AbortSignal.timeout(LIMIT_MS);
    thread.postMessage(task);
    try {
      const [answer] = (await once(thread, 'message', { signal: limit })) as [{ merged: MergedText }];
      return answer.merged;
    } catch {
      // out of time, or out of memory: the next one begins in a new thread
      this.#thread = undefined;
      await thread.terminate();
      return null;
    }
  }
}

async function start(script: URL): Promise<Worker> {
  const thread = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
  await once(thread, 'message');
  // A thread with nothing to do keeps no process alive.
  thread.unref();
  thread.on('error', () => undefined);
  return thread;
}
