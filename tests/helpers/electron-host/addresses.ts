/**
 * Chromium knows no scheme of the app's own, so `app://vizitka/x` is served as `https://vizitka.app-scheme.test/x`.
 * Everything that the app's code is told says `app://`; only the page itself sees the other address.
 */

const SERVED = /^(blob:)?https:\/\/([^/]+)\.([a-z][a-z0-9+.-]*)-scheme\.test(?=\/|$)/;

export function toServed(address: string, schemes: { has(scheme: string): boolean }): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/.exec(address) ?? [];
  if (!schemes.has(scheme)) return address;
  return `https://${host}.${scheme}-scheme.test${rest.startsWith('/') ? rest : `/${rest}`}`;
}

export function fromServed(address: string): string {
  return address.replace(
    SERVED,
    (_, blob = '', host: string, scheme: string) => `${blob}${scheme}://${host}`,
  );
}

/** The origin as Electron says it; Node's URL calls that of a scheme of one's own `null`. */
export function originOf(address: string): string {
  const [origin = 'null'] = /^(https?|app):\/\/[^/]+/.exec(fromServed(address)) ?? [];
  return origin;
}

export function schemeOf(address: string): string {
  return address.slice(0, address.indexOf(':'));
}
