/** The one address of our pages. Whatever does not begin there is foreign, however similar it looks. */

export const SCHEME = 'app';
const HOST = 'vizitka';
export const ORIGIN = `${SCHEME}://${HOST}`;

/** Parsed, never compared as text: `app://vizitka.evil/` and `app://x@vizitka/` are not ours. */
export function ourAddress(text: string): URL | null {
  const url = URL.parse(text);
  const ours =
    url?.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === '';
  return ours ? url : null;
}

/** What a page of ours may load: our files, and what it made itself. */
export function isOurRequest(text: string): boolean {
  if (text.startsWith('blob:')) return ourAddress(text.slice('blob:'.length)) !== null;
  return ourAddress(text) !== null || text.startsWith('data:');
}

/** Links that another program opens: a call or a letter to one address, nothing that could carry a command. */
export function isPersonLink(text: string): boolean {
  return /^(tel:\+?[\d() .-]{3,40}|mailto:[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,190})$/.test(decodeOr(text));
}

function decodeOr(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return '';
  }
}
