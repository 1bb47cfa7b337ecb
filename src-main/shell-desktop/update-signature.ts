/**
 * The signature of a feed's file, as scripts/sign-update.mjs writes it: Ed25519 over the file's name and its bytes.
 * The name is in it so that the description for one system cannot be passed off as that for another.
 */
import { type KeyObject, verify } from 'node:crypto';

export interface SignedFile {
  /** `latest-linux.yml` and the like. */
  name: string;
  bytes: Uint8Array;
}

/** What is signed. */
export function signedBytes({ name, bytes }: SignedFile): Uint8Array {
  return Buffer.concat([Buffer.from(`vizitka-update-1\n${name}\n`, 'utf8'), bytes]);
}

/** `signature` is base64 of 64 bytes; false for anything else. */
export function isSignedBy(publicKey: KeyObject, file: SignedFile, signature: string): boolean {
  const raw = Buffer.from(signature.trim(), 'base64');
  return raw.length === 64 && verify(null, signedBytes(file), publicKey, raw);
}
