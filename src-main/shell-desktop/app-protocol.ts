/**
 * `app://vizitka/…`: the built window from memory, at exact addresses, under the same content policy as in the
 * browser shell. Nothing of an address ever becomes a path on the disk.
 */
import { protocol } from 'electron';
import type { StaticFiles } from '../shell-window/static-files.ts';
import { answerPage } from './answer-page.ts';
import { SCHEME } from './our-address.ts';
import type { Words } from './words.ts';

/** Before the program is ready, or never. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export function serveApp(files: StaticFiles, words: Words): void {
  protocol.handle(SCHEME, (request) => answerPage(request, files, words.language));
}
