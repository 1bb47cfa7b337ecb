/**
 * Tokens of devices. What is stored is a SHA-256, so that a copy of the database lets nobody in. A token names its
 * workspace in clear: the look-up stays on one shard.
 */
import { createHash, randomBytes } from 'node:crypto';

export const ACCESS_MS = 60 * 60_000;
/** A device that was not heard of for longer signs in again; nothing on it is lost. */
export const REFRESH_MS = 180 * 24 * 60 * 60_000;

export type TokenKind = 'access' | 'refresh' | 'invitation';

const PREFIX: Record<TokenKind, string> = { access: 'va', refresh: 'vr', invitation: 'vi' };

export interface NewToken {
  readonly token: string;
  readonly hash: Buffer;
}

export function makeToken(kind: TokenKind, workspace: string): NewToken {
  const place = Buffer.from(workspace.replaceAll('-', ''), 'hex').toString('base64url');
  const token = `${PREFIX[kind]}.${place}.${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashOf(token) };
}

/** Undefined when this can be no token of that kind. */
export function readToken(kind: TokenKind, token: string): { workspace: string; hash: Buffer } | undefined {
  const [prefix, place, secret, more] = token.split('.');
  if (prefix !== PREFIX[kind] || more !== undefined) return undefined;
  if (!/^[\w-]{22}$/.test(place ?? '') || !/^[\w-]{43}$/.test(secret ?? '')) return undefined;
  const hex = Buffer.from(place ?? '', 'base64url').toString('hex');
  const workspace = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { workspace, hash: hashOf(token) };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
