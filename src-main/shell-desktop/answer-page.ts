/** The answer to one request of a page: an exact address of the built window, or a refusal. */
import { randomBytes } from 'node:crypto';
import { ALWAYS, contentPolicy } from '../shell-window/headers.ts';
import type { StaticFiles } from '../shell-window/static-files.ts';
import { ourAddress } from './our-address.ts';

/** `language` is the one that the window spoke last: it begins with it, before its base is open. */
export function answerPage(
  request: Pick<Request, 'method' | 'url'>,
  files: StaticFiles,
  language: 'sk' | 'en',
): Response {
  const address = ourAddress(request.url);
  if (!address) return refuse(403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const nonce = randomBytes(18).toString('base64');
  const page = files.pageAt(address.pathname, nonce, language);
  const file = files.fileAt(address.pathname);
  if (page !== undefined) return give('text/html; charset=utf-8', page, nonce);
  return file ? give(file.type, new Uint8Array(file.content)) : refuse(404);
}

function give(type: string, content: string | Uint8Array<ArrayBuffer>, nonce?: string): Response {
  return new Response(content, {
    headers: {
      ...ALWAYS,
      // Main decides, by the screen that is open (`session-guard.ts`); this only leaves it something to decide.
      'permissions-policy': (ALWAYS['permissions-policy'] ?? '').replace(
        /(camera|microphone)=\(\)/g,
        '$1=(self)',
      ),
      'content-type': type,
      'content-security-policy': contentPolicy(nonce),
    },
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { ...ALWAYS, 'content-security-policy': contentPolicy() } });
}
