/** The module `electron` of a utility process, which has a network and little else. */
import { refuseUnknown } from './refuse-unknown.ts';

/** As Electron's it says what it is, unless the app says otherwise. */
export const net = refuseUnknown('net', {
  fetch(input: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has('user-agent')) headers.set('user-agent', 'Mozilla/5.0 Chrome/152.0.0.0 Electron/45.4.1');
    return fetch(input, { ...init, headers });
  },
});
