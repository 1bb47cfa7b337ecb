/** The system's key store by its common name; one of a newer system has no name here and keeps its own. */
import { say } from '#renderer/lib/i18n.ts';

/** As Electron names them on Linux, and as we do where it names none. */
const STORES: Readonly<Record<string, 'gnome' | 'kwallet' | 'keychain' | 'dpapi'>> = {
  gnome_libsecret: 'gnome',
  kwallet: 'kwallet',
  kwallet5: 'kwallet',
  kwallet6: 'kwallet',
  keychain: 'keychain',
  dpapi: 'dpapi',
};

export function storeName(backend: string): string {
  const known = STORES[backend];
  return known ? say(`access.stores.${known}`) : backend;
}
