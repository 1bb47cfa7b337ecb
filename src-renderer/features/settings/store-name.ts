/** The system's key store by its common name; one of a newer system has no name here and keeps its own. */
import { say } from '#renderer/lib/i18n.ts';
import { KEY_STORES } from '#shared/contract/keys.ts';

export function storeName(backend: string | null): string {
  const known = KEY_STORES.find((store) => store === (backend ?? 'basic_text'));
  return known ? say(`access.stores.${known}`) : String(backend);
}
