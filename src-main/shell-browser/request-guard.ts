/**
 * Refuses what no window of ours sends: another name for this machine (DNS rebinding), another origin, also
 * one that differs in the port only, and requests that a foreign page starts.
 */
import type { IncomingMessage } from 'node:http';

/** `host` is exactly what our own pages send, for example `127.0.0.1:50321`. */
export function isOurs(request: IncomingMessage, host: string): boolean {
  if (request.headers.host !== host) return false;
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  // Every current browser says where a request comes from; `none` is an address typed or opened by a program.
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** A socket is opened by a script of a page: it must name its origin. */
export function isOurUpgrade(request: IncomingMessage, host: string): boolean {
  return isOurs(request, host) && request.headers.origin !== undefined;
}
