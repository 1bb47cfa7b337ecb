/** The address of a server as a person types it. */

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** `https` is understood where nothing is said; null for what is no address, and for plain HTTP to another machine. */
export function serverAddress(typed: string): string | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || url.username !== '' || url.password !== '') return null;
  const isOpen = url.protocol === 'http:' && LOOPBACK.test(url.hostname);
  return url.protocol === 'https:' || isOpen ? url.origin + url.pathname.replace(/\/+$/, '') : null;
}
