/** The tests' way into the main process: where its browser is, and functions evaluated beside the app. */
import process from 'node:process';
import { electronModule } from './electron.ts';
import { chromium } from './pages.ts';
import { whenReady } from './readiness.ts';

/** `source` is that of a function of `electron` and one argument. A started app waits for `begin`. */
export type Ask = { do: 'begin' } | { do: 'evaluate'; id: number; source: string; arg: unknown };

export type Told =
  | { is: 'ready'; endpoint: string }
  | { is: 'answer'; id: number; value: unknown }
  | { is: 'fault'; id: number; message: string };

type InMain = (electron: typeof electronModule, arg: unknown) => unknown;

/** Resolves when the app may become ready: at once, unless tests have something to prepare. */
export async function serveTests(): Promise<void> {
  if (!process.send) return;
  const tell = (told: Told) => process.send?.(told);
  const begun = Promise.withResolvers<void>();
  process.on('message', (ask: Ask) => {
    if (ask.do === 'begin') return begun.resolve();
    const { id, source, arg } = ask;
    evaluate(source, arg).then(
      (value) => tell({ is: 'answer', id, value }),
      (error: unknown) => tell({ is: 'fault', id, message: String((error as Error).stack ?? error) }),
    );
  });
  void whenReady.then(() => tell({ is: 'ready', endpoint: chromium().endpoint }));
  await begun.promise;
  // From here on the channel of the tests does not keep alive an app that has quit.
  process.channel?.unref();
}

async function evaluate(source: string, arg: unknown): Promise<unknown> {
  const module = `export default (${source});`;
  const loaded = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as { default: InMain };
  return loaded.default(electronModule, arg);
}
