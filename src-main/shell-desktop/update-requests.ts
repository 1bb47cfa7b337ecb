/** electron-updater's requests, which go through Chromium's network: held to one origin, and bounded in time. */
import type { ClientRequest, IncomingMessage } from 'electron';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { FeedTrouble } from './update-trouble.ts';

/** Longest silence of the server, before its answer and within it. */
const SILENCE_MS = 30_000;

interface Asked {
  protocol: string;
  hostname: string;
  port?: string;
}

export function makePinnedExecutor({ origin }: URL): ElectronHttpExecutor {
  return new PinnedExecutor(origin);
}

class PinnedExecutor extends ElectronHttpExecutor {
  readonly #origin: string;

  constructor(origin: string) {
    // Nobody is asked for the password of a proxy.
    super();
    this.#origin = origin;
  }

  override createRequest(options: Asked, answer: (response: IncomingMessage) => void): ClientRequest {
    const { protocol, hostname, port } = options;
    if (new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}`).origin !== this.#origin)
      throw new FeedTrouble('redirected');
    const request = super.createRequest({ ...options, redirect: 'manual' }, (response: IncomingMessage) => {
      try {
        answer(response);
      } catch (error) {
        request.emit('error', error);
      }
    });
    return request;
  }

  /** A server of the team has no reason to send anywhere else. */
  protected override addRedirectHandlers(
    request: ClientRequest,
    _options: unknown,
    reject: (error: Error) => void,
  ): void {
    request.on('redirect', () => {
      request.abort();
      reject(new FeedTrouble('redirected'));
    });
  }

  override addErrorAndTimeoutHandlers(request: ClientRequest, reject: (error: Error) => void): void {
    super.addErrorAndTimeoutHandlers(request, reject);
    const give = (): void => {
      request.abort();
      reject(new FeedTrouble('unreachable'));
    };
    let timer = setTimeout(give, SILENCE_MS);
    const heard = (): void => {
      clearTimeout(timer);
      timer = setTimeout(give, SILENCE_MS);
    };
    const ended = (): void => clearTimeout(timer);
    request.on('response', (response) => {
      heard();
      for (const event of ['end', 'error', 'aborted'] as const) response.on(event as 'end', ended);
      response.on('data', heard);
    });
    for (const event of ['error', 'abort'] as const) request.on(event as 'abort', ended);
  }
}
