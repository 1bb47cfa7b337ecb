/** Starts the built main in Electron itself, through Playwright. */
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { findElectron } from '../../../scripts/find-electron.mjs';
import type { InMain, Started } from './desktop.ts';
import type { Start } from './start-stand-in.ts';

/** Chromium refuses its sandbox to root, as in a container. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export async function startElectron({ main, args, env, language, beforeReady }: Start): Promise<Started> {
  const program = await _electron.launch({
    executablePath: findElectron(),
    args: [...asRoot, `--lang=${language}`, main, ...args],
    env: env as Record<string, string>,
  });
  const child = program.process();
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (complaint += part));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const evaluateMain = <A, R>(run: InMain<A, R>, arg: A): Promise<R> =>
    program.evaluate(run as never, arg as never) as Promise<R>;
  if (beforeReady) await evaluateMain(beforeReady, undefined);
  return {
    pid: child.pid ?? 0,
    ended,
    complaint: () => complaint,
    evaluateMain,
    openPage: async () => {
      const page = program.windows().at(-1) ?? (await program.waitForEvent('window'));
      // A page begins empty; the program sends it to its place a moment later.
      await page.waitForURL(({ href }) => href !== 'about:blank');
      return page;
    },
    async takeFile(begin) {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-download-'));
      const file = path.join(folder, 'file');
      try {
        // Without a place of its own Electron would ask for one in a box of the system.
        const done = evaluateMain(
          ({ session }, place) =>
            new Promise<string>((resolve) => {
              session.defaultSession.once('will-download', (_event, item) => {
                item.setSavePath(place);
                item.once('done', (_done, state) => resolve(state));
              });
            }),
          file,
        );
        await begin();
        if ((await done) !== 'completed') throw new Error(`the download ended as ${await done}`);
        return fs.readFileSync(file);
      } finally {
        fs.rmSync(folder, { recursive: true, force: true });
      }
    },
    killMain: () => void child.kill('SIGKILL'),
  };
}
