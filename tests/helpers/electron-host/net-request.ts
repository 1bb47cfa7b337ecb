/** net.request as it behaves with `redirect: 'manual'`: over Node's HTTP, redirects told and never followed. */
import http from 'node:http';
import https from 'node:https';
import { NotInStandIn, refuseUnknownOptions, StandInEmitter } from './refuse-unknown.ts';

interface RequestOptions {
  protocol: string;
  hostname: string;
  port?: string;
  path: string;
  headers?: http.OutgoingHttpHeaders;
  redirect: string;
  session?: unknown;
}

const KNOWN = ['protocol', 'hostname', 'port', 'path', 'headers', 'redirect', 'session'];

export class ClientRequest extends StandInEmitter {
  /** A stream's; whoever uses it elsewhere too listens for more of them than come here. */
  protected readonly events = null;
  readonly #request: http.ClientRequest;

  constructor(options: RequestOptions) {
    super();
    refuseUnknownOptions('net.request', options, KNOWN);
    if (options.redirect !== 'manual')
      throw new NotInStandIn(`redirect '${options.redirect}' of net.request`);
    const { protocol, hostname, port, path, headers } = options;
    const { request } = protocol === 'https:' ? https : http;
    this.#request = request({ hostname: hostname.replace(/^\[(.+)\]$/, '$1'), port, path, headers });
    this.#request.on('error', (error) => this.emit('error', error));
    this.#request.on('response', (response) =>
      this.#answer(response, `${protocol}//${hostname}:${port}${path}`),
    );
  }

  end(): void {
    this.#request.end();
  }

  abort(): void {
    if (this.#request.destroyed) return;
    this.emit('abort');
    // Electron tells of an abort by its own event, not as an error.
    this.#request
      .removeAllListeners('error')
      .on('error', () => {})
      .destroy();
  }

  #answer(response: http.IncomingMessage, from: string): void {
    const { statusCode = 0, headers } = response;
    const target = headers.location;
    if (statusCode < 300 || statusCode >= 400 || !target) {
      this.emit('response', response);
      return;
    }
    this.emit('redirect', statusCode, 'GET', new URL(target, from).href, headers);
    this.abort();
    this.emit('error', new Error('Redirect was cancelled'));
  }
}
