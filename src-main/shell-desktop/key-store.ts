/**
 * The system's key store through Electron's safeStorage, which only the main process has: read after the app is
 * ready and before each start of the engine, and handed to it by message. A store that cannot be trusted is none:
 * `basic_text` obfuscates with a key that stands in Chromium's source, so whoever copies the folder reads it.
 */
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { safeStorage } from 'electron';
import { type KeyStoreReading, noKeyStore, readSealedSlots } from '../engine/key-store.ts';

/** What the store says of the sealed slots of the profile and its demo base, and a fresh key sealed by it. */
export function readKeyStore(profile: string | undefined): KeyStoreReading {
  const slots = readSealedSlots(profile);
  const backend = backendName();
  if (!isUsable(backend)) return noKeyStore(slots, backend);
  const opened: Record<string, string> = {};
  const refused: string[] = [];
  for (const { sealed } of slots) {
    const wrappingKey = unseal(sealed);
    if (wrappingKey === null) refused.push(sealed);
    else opened[sealed] = wrappingKey;
  }
  const fresh = sealFresh();
  return { backend, usable: fresh !== null || Object.keys(opened).length > 0, opened, refused, fresh };
}

/** Only Linux has several; the others are named after what they use. */
function backendName(): string | null {
  if (process.platform === 'darwin') return 'keychain';
  if (process.platform === 'win32') return 'dpapi';
  const backend = safeStorage.getSelectedStorageBackend();
  return backend === 'unknown' ? null : backend;
}

function isUsable(backend: string | null): boolean {
  return backend !== null && backend !== 'basic_text' && safeStorage.isEncryptionAvailable();
}

/** Null when the store was emptied, belongs to another account, or is locked: it throws then. */
function unseal(sealed: string): string | null {
  try {
    const wrappingKey = safeStorage.decryptString(Buffer.from(sealed, 'base64'));
    return Buffer.from(wrappingKey, 'base64').length === 32 ? wrappingKey : null;
  } catch {
    return null;
  }
}

/** A wrapping key that the store gave back once; null when it does not. */
function sealFresh(): KeyStoreReading['fresh'] {
  const wrappingKey = randomBytes(32).toString('base64');
  try {
    const sealed = safeStorage.encryptString(wrappingKey).toString('base64');
    return unseal(sealed) === wrappingKey ? { wrappingKey, sealed } : null;
  } catch {
    return null;
  }
}
