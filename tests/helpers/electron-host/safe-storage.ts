/**
 * safeStorage over a "system key store" that is a file outside the profile (`ELECTRON_HOST_KEY_STORE`), read at every
 * call: a test may empty it, change its key, lock it or name another backend while the app runs or between its runs.
 */
import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import process from 'node:process';
import { isReady } from './readiness.ts';
import { refuseUnknown } from './refuse-unknown.ts';

export interface KeyStore {
  backend:
    | 'basic_text'
    | 'gnome_libsecret'
    | 'kwallet'
    | 'kwallet5'
    | 'kwallet6'
    | 'unknown'
    | 'dpapi'
    | 'keychain';
  /** False when the system has one but will not answer (locked, no session bus). */
  isAvailable: boolean;
  /** Of the app, base64; made when the app first encrypts. */
  key: string | null;
}

const EMPTY: KeyStore = { backend: 'gnome_libsecret', isAvailable: true, key: null };
/** Chromium's mark of a ciphertext. */
const MARK = Buffer.from('v11');

export const safeStorage = refuseUnknown('safeStorage', {
  isEncryptionAvailable(): boolean {
    const { backend, isAvailable } = readStore();
    return isReady() && isAvailable && backend !== 'basic_text' && backend !== 'unknown';
  },
  /** Linux only, and `unknown` before the app is ready. */
  getSelectedStorageBackend(): string {
    return isReady() ? readStore().backend : 'unknown';
  },
  encryptString(text: string): Buffer {
    const key = keyOf('encryptString', true);
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([MARK, iv, cipher.getAuthTag(), sealed]);
  },
  decryptString(sealed: Buffer): string {
    if (!Buffer.isBuffer(sealed)) throw new TypeError('Expected the first argument to be a buffer');
    const key = keyOf('decryptString', false);
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(3, 15));
      decipher.setAuthTag(sealed.subarray(15, 31));
      return decipher.update(sealed.subarray(31), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
    }
  },
});

function keyOf(method: string, mayMake: boolean): Buffer {
  if (!isReady()) throw new Error(`safeStorage.${method} cannot be called before the app is ready`);
  if (!safeStorage.isEncryptionAvailable())
    throw new Error(
      `Error while ${mayMake ? 'encrypting the text' : 'decrypting the ciphertext'} provided to safeStorage.${method}. Encryption is not available.`,
    );
  const store = readStore();
  const key = store.key === null ? randomBytes(32) : Buffer.from(store.key, 'base64');
  // An emptied store gets another key as soon as the app asks for one: what the old one sealed stays shut.
  if (store.key === null) writeStore({ ...store, key: key.toString('base64') });
  return key;
}

function place(): string {
  const file = process.env['ELECTRON_HOST_KEY_STORE'];
  if (!file) throw new Error('ELECTRON_HOST_KEY_STORE names no file for the key store');
  return file;
}

function readStore(): KeyStore {
  const text = fs.existsSync(place()) ? fs.readFileSync(place(), 'utf8') : '{}';
  return { ...EMPTY, ...(JSON.parse(text) as Partial<KeyStore>) };
}

function writeStore(store: KeyStore): void {
  fs.writeFileSync(place(), JSON.stringify(store));
}
