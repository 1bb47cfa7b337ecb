/** The module `electron` of a utility process, which has a network and little else. */
import { refuseUnknown } from './refuse-unknown.ts';

/** Of the options, what Electron's says it heeds. */
export const net = refuseUnknown('net', {
  fetch: (input: string | Request, init?: RequestInit): Promise<Response> => fetch(input, init),
});
