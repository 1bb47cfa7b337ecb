/** The system's key store by its common name; one of a newer system has no name here and keeps its own. */
import { say } from '#renderer/lib/i18n.ts';

/** As Electron names them on Linux, and as we do where it names none. */
const STORES: Readonly<Record<string, 'gnome' | 'kwallet' | 'keychain' | 'dpapi' | 'none'>> = {
  gnome_libsecret: 'gnome',
  kwallet: 'kwallet',
  kwallet5: 'kwallet',
  kwallet6: 'kwallet',
  keychain: 'keychain',
  dpapi: 'dpapi',
  basic_text: 'none',
};

export function storeName(backend: string | null): string {
  const known = STORES[backend ?? 'basic_text'];
  return known ? say(`access.stores.${known}`) : String(backend);
}
