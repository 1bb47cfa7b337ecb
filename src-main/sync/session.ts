/** One exchange with the server: the base, a line with a valid token, and what came of it. */
import type { MessageInput, MessageName, MessageOutput } from '#shared/sync/messages.ts';
import type { Base } from '../data/base.ts';
import { type Connection, readSync, type Tokens, writeSync } from '../data/sync-store.ts';
import { isSaid, SyncFailure } from './failure.ts';
import type { BytesAnswer, Line } from './line.ts';

export interface Tally {
  sent: number;
  received: number;
  rejected: number;
  conflicts: number;
}

export interface Session {
  readonly base: Base;
  readonly tally: Tally;
  /** Throws `SyncFailure`; after it the base is open, or the failure was thrown. */
  ask<N extends MessageName>(name: N, input: MessageInput<N>): Promise<MessageOutput<N>>;
  /** Bytes of attachments. Throws `SyncFailure`. */
  open(path: string, init: RequestInit): Promise<BytesAnswer>;
  /** Throws `SyncFailure` once the base is closed: nothing of it may be touched any more. */
  stillOpen(): void;
  /** The server's head as it is told. Throws `SyncFailure`. */
  pokes(signal: AbortSignal): AsyncGenerator<number, void, undefined>;
}

/** Renewed when so little of an access token's time is left, in milliseconds. */
const RENEW_BEFORE_MS = 60_000;

/**
 * Two requests at once must not use the same refresh token twice, whichever session they belong to: attachments are
 * moved while records are exchanged.
 */
const RENEWALS = new WeakMap<Base, Promise<string>>();

export function openSession(base: Base, line: Line, closing: AbortSignal): Session {
  const stillOpen = (): void => {
    if (closing.aborted) throw new SyncFailure('offline');
  };
  const renew = async (tokens: Tokens): Promise<string> => {
    const fresh = await line.ask('refresh', { refreshToken: tokens.refreshToken });
    stillOpen();
    keepTokens(base, fresh);
    return fresh.accessToken;
  };
  const token = async (isRefused: boolean): Promise<string> => {
    const tokens = readSync(base.writer, 'tokens');
    if (!tokens) throw new SyncFailure('revoked');
    const left = tokens.accessExpiresAt - (base.now() + base.clock.offset);
    if (!isRefused && left > RENEW_BEFORE_MS) return tokens.accessToken;
    let renewal = RENEWALS.get(base);
    if (!renewal) {
      renewal = renew(tokens).finally(() => RENEWALS.delete(base));
      RENEWALS.set(base, renewal);
    }
    return renewal;
  };
  const withToken = async <T>(work: (token: string) => Promise<T>): Promise<T> => {
    stillOpen();
    try {
      return await work(await token(false));
    } catch (error) {
      if (!isSaid(error, 'unauthorised')) throw error;
      stillOpen();
      return work(await token(true));
    }
  };
  return {
    base,
    tally: { sent: 0, received: 0, rejected: 0, conflicts: 0 },
    stillOpen,
    async ask(name, input) {
      const answer = await withToken((own) => line.ask(name, input, own));
      stillOpen();
      return answer;
    },
    async open(path, init) {
      const answer = await withToken((own) => line.open(path, init, own));
      stillOpen();
      return answer;
    },
    async *pokes(signal) {
      stillOpen();
      yield* line.pokes(await token(false), signal);
    },
  };
}

export function keepTokens({ writer }: Base, { accessToken, accessExpiresAt, refreshToken }: Tokens): void {
  writeSync(writer, 'tokens', { accessToken, accessExpiresAt, refreshToken });
}

/** What every message about the state says of itself. Throws when there is no connection any more. */
export function standing({ base: { writer } }: Session): {
  connection: Connection;
  epoch: string;
  access: string;
  cursor: number;
} {
  const connection = readSync(writer, 'connection');
  if (!connection) throw new SyncFailure('revoked');
  return {
    connection,
    epoch: readSync(writer, 'epoch') ?? '',
    access: readSync(writer, 'access') ?? '',
    cursor: readSync(writer, 'cursor') ?? 0,
  };
}
