/**
 * Where updates come from: a small JSON file that only an administrator can write. Without it nothing is ever asked
 * of any network. Its place is not below a folder of the person, and no variable or argument names another one.
 *
 *     { "url": "https://updates.firma.example/vizitka/", "publicKey": "MCowBQYDK2VwAyEA…" }
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';

/** The team's server and the key that signs what lies there. */
export interface UpdateConfig {
  url: URL;
  publicKey: KeyObject;
}

const LARGEST = 64 * 1024;

/** On Windows not ProgramData: there, anybody on the computer may make the folder first. */
export function updateConfigFile(): string {
  if (process.platform === 'win32')
    return path.join(process.env.ProgramFiles ?? String.raw`C:\Program Files`, 'Vizitka', 'updates.json');
  if (process.platform === 'darwin') return '/Library/Application Support/Vizitka/updates.json';
  return '/etc/vizitka/updates.json';
}

const configSchema = z.strictObject({
  url: z.string().transform(readFeedAddress),
  publicKey: z.base64().transform(readPublicKey),
});

/** Null when there is no such file. Throws when there is one that cannot be used. */
export function readUpdateConfig(file: string): UpdateConfig | null {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return null;
  if (size > LARGEST) throw new RangeError('updates.json is too large');
  return configSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
}

/** HTTPS; plain HTTP only to this very computer, where no network lies between. */
function readFeedAddress(text: string, issues: z.RefinementCtx): URL {
  const url = URL.parse(text);
  const safe = url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)));
  if (url && safe && !url.username && !url.password && !url.search && !url.hash) return url;
  issues.addIssue('not an https address of a folder');
  return z.NEVER;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function readPublicKey(text: string, issues: z.RefinementCtx): KeyObject {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, together with keys of another kind.
  }
  issues.addIssue('not a public Ed25519 key');
  return z.NEVER;
}
