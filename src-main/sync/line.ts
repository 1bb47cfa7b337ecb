/**
 * One request and its answer. `fetch` is given: the desktop's goes by the system's proxy and certificates. Every answer
 * is bounded in size and time, and is believed only when it says that it is a server of ours.
 */
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { type MessageInput, type MessageName, type MessageOutput, messages } from '#shared/sync/messages.ts';
import { TUS_VERSION } from '#shared/sync/blob-wire.ts';
import { POKE_PATH, PRODUCT, syncError } from '#shared/sync/wire.ts';
import { fromNetwork, saidByServer, SyncFailure } from './failure.ts';

/** As much of `fetch` as is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Greatest answer in bytes after decompression. A page is cut only between two numbers of the server's order, so one
 * that holds a whole push is larger than a message should be.
 */
const ANSWER_BYTES = 16 * 1024 * 1024;
/** A bad network is given this long for the next byte, in milliseconds. */
const SILENCE_MS = 30_000;
/** A stream of pokes says something every 25 s, or it is dead. */
const POKE_SILENCE_MS = 60_000;
/** Smaller requests are not worth packing. */
const PACKED_FROM = 4_096;

const gzip = promisify(zlib.gzip);

/** An answer of bytes: of an upload, or of a download that is read piece by piece. */
export interface BytesAnswer {
  /** `Upload-Offset` of an answer with this status. Throws `SyncFailure` for any other answer. */
  offset(status: number): Promise<number>;
  /** Whether it is the rest from this byte on; false when it begins anew. Throws `SyncFailure` when it is neither. */
  isPart(from: number): Promise<boolean>;
  /** Throws `SyncFailure` when the line falls. */
  readonly parts: AsyncGenerator<Uint8Array, void, undefined>;
}

export interface Line {
  /** Throws `SyncFailure`. */
  ask<N extends MessageName>(name: N, input: MessageInput<N>, token?: string): Promise<MessageOutput<N>>;
  /** Bytes of attachments. Throws `SyncFailure`. */
  open(path: string, init: RequestInit, token: string): Promise<BytesAnswer>;
  /** The server's head as it is told, until `signal` aborts or the stream breaks. Throws `SyncFailure`. */
  pokes(token: string, signal: AbortSignal): AsyncGenerator<number, void, undefined>;
}

/** `server` is an address without a slash at its end; `closing` ends every request. */
export function openLine(server: string, fetch: Fetch, closing: AbortSignal): Line {
  return {
    async ask(name, input, token) {
      const { method, path, output } = messages[name];
      const headers: Record<string, string> = { accept: 'application/json' };
      if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
      const init: RequestInit = { method, headers };
      if (method === 'POST') {
        headers['content-type'] = 'application/json';
        init.body = await bodyOf(input, headers);
      }
      const { status, text } = await request(fetch, server + path, init, closing);
      const said = readAnswer(status, text);
      const answer = output.safeParse(said);
      if (!answer.success) throw new SyncFailure('serverTrouble');
      return answer.data as MessageOutput<typeof name>;
    },
    async open(path, init, token) {
      const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` };
      const quiet = silence(closing, SILENCE_MS);
      try {
        const response = await fetch(server + path, {
          ...init,
          headers,
          redirect: 'manual',
          signal: quiet.signal,
        });
        quiet.heard();
        if (response.status === 401) readAnswer(response.status, await readBounded(response, quiet.heard));
        return bytesAnswer(response, quiet);
      } catch (error) {
        quiet.stop();
        throw error instanceof SyncFailure ? error : fromNetwork(error);
      }
    },
    async *pokes(token, signal) {
      const ends = AbortSignal.any([closing, signal]);
      const headers = { accept: 'text/event-stream', authorization: `Bearer ${token}` };
      const quiet = silence(ends, POKE_SILENCE_MS);
      try {
        const response = await fetch(server + POKE_PATH, {
          headers,
          redirect: 'manual',
          signal: quiet.signal,
        });
        if (
          response.status !== 200 ||
          !(response.headers.get('content-type') ?? '').startsWith('text/event-stream')
        ) {
          readAnswer(response.status, await readBounded(response, quiet.heard));
          throw new SyncFailure('notOurServer');
        }
        yield* headsIn(response, quiet.heard);
      } catch (error) {
        if (ends.aborted) return;
        throw error instanceof SyncFailure ? error : fromNetwork(error);
      } finally {
        quiet.stop();
      }
    },
  };
}

function bytesAnswer(response: Response, quiet: ReturnType<typeof silence>): BytesAnswer {
  const { status, headers } = response;
  /** A page of a hotel says nothing of tus. */
  const isOurs = headers.get('tus-resumable') === TUS_VERSION;
  const refuse = async (): Promise<never> => {
    try {
      if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
        throw new SyncFailure('notOurServer');
      readAnswer(status, await readBounded(response, quiet.heard));
      throw new SyncFailure('notOurServer');
    } catch (error) {
      throw error instanceof SyncFailure ? error : fromNetwork(error);
    } finally {
      quiet.stop();
    }
  };
  return {
    async offset(wanted) {
      const offset = headers.get('upload-offset') ?? '';
      if (status !== wanted || !isOurs || !/^\d{1,15}$/.test(offset)) return refuse();
      quiet.stop();
      await response.body?.cancel();
      return Number(offset);
    },
    async isPart(from) {
      if (!isOurs || (status !== 200 && status !== 206)) return refuse();
      return status === 206 && (headers.get('content-range') ?? '').startsWith(`bytes ${from}-`);
    },
    parts: (async function* pieces() {
      try {
        for await (const part of partsOf(response)) {
          quiet.heard();
          yield part;
        }
      } catch (error) {
        throw error instanceof SyncFailure ? error : fromNetwork(error);
      } finally {
        quiet.stop();
      }
    })(),
  };
}

async function bodyOf(input: unknown, headers: Record<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  const text = Buffer.from(JSON.stringify(input));
  if (text.length < PACKED_FROM) return new Uint8Array(text);
  headers['content-encoding'] = 'gzip';
  return new Uint8Array(await gzip(text));
}

async function request(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  closing: AbortSignal,
): Promise<{ status: number; text: string }> {
  const quiet = silence(closing, SILENCE_MS);
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: quiet.signal });
    quiet.heard();
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
      throw new SyncFailure('notOurServer');
    return { status: response.status, text: await readBounded(response, quiet.heard) };
  } catch (error) {
    throw error instanceof SyncFailure ? error : fromNetwork(error);
  } finally {
    quiet.stop();
  }
}

/** Aborts when nothing was heard for so long. */
function silence(ends: AbortSignal, forMs: number) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error('silence')), forMs);
  return {
    signal: AbortSignal.any([ends, late.signal]),
    heard: () => void timer.refresh(),
    stop: () => clearTimeout(timer),
  };
}

async function readBounded(response: Response, heard: () => void): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of partsOf(response)) {
    heard();
    size += part.length;
    // Leaving the loop cancels the stream: what would unfold further is never read.
    if (size > ANSWER_BYTES) throw new SyncFailure('serverTrouble');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

async function* partsOf({ body }: Response): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      yield part.value as Uint8Array;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** A page of a hotel is no answer, and half an answer is none either. */
function readAnswer(status: number, text: string): unknown {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    if (status >= 500) throw new SyncFailure('serverTrouble');
    throw new SyncFailure(text.startsWith(`{"product":"${PRODUCT}"`) ? 'offline' : 'notOurServer');
  }
  const isOurs = typeof said === 'object' && said !== null && 'product' in said && said.product === PRODUCT;
  if (!isOurs) throw new SyncFailure(status >= 500 ? 'serverTrouble' : 'notOurServer');
  if (status === 200) return said;
  const error = syncError.safeParse(said);
  throw error.success ? saidByServer(error.data) : new SyncFailure('serverTrouble');
}

/** Server-sent events with `{"head": N}` (HTML Standard, 9.2). */
async function* headsIn(response: Response, heard: () => void): AsyncGenerator<number, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const part of partsOf(response)) {
    heard();
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const head = /^data: ?\{"head":(\d{1,15})\}\r?$/.exec(line)?.[1];
      if (head !== undefined) yield Number(head);
    }
    // Somebody who sends without ever ending a line is no server of ours.
    if (rest.length > 1_000) throw new SyncFailure('notOurServer');
  }
}
