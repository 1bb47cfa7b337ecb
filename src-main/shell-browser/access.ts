/**
 * Who may talk to the server: a one-time token from the printed address becomes a session cookie. Only
 * hashes are kept, so that comparing takes the same time for every wrong value.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Access {
  /** A token for one more window, good for one use. */
  newToken(): string;
  /** Uses the token up; the `Set-Cookie` value of the new session, or null when it is unknown or used. */
  redeem(token: string): string | null;
  /** Whether the request carries the cookie of a session. */
  isKnown(request: IncomingMessage): boolean;
}

/** Cookies do not tell ports apart: the port in the name lets two profiles run side by side. */
export function grantAccess(port: number): Access {
  const cookie = `vizitka-${port}`;
  const tokens = new Set<string>();
  const sessions = new Set<string>();
  return {
    newToken() {
      const token = randomBytes(32).toString('base64url');
      tokens.add(hash(token));
      return token;
    },
    redeem(token) {
      if (!tokens.delete(hash(token))) return null;
      const session = randomBytes(32).toString('base64url');
      sessions.add(hash(session));
      return `${cookie}=${session}; Path=/; HttpOnly; SameSite=Strict`;
    },
    isKnown(request) {
      return valuesOf(request.headers.cookie, cookie).some((value) => sessions.has(hash(value)));
    },
  };
}

function valuesOf(header: string | undefined, name: string): string[] {
  return (header ?? '').split(';').flatMap((pair) => {
    const [key, value] = pair.trim().split('=', 2);
    return key === name && value ? [value] : [];
  });
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64');
}
