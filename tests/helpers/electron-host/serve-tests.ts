/** The tests' way into the main process: where its browser is, and functions evaluated beside the app. */
import process from 'node:process';
import { electronModule } from './electron.ts';
import { chromium } from './pages.ts';
import { whenReady } from './readiness.ts';

export interface Ask {
  id: number;
  /** Source of a function of `electron` and one argument. */
  source: string;
  arg: unknown;
}

export type Told =
  | { is: 'ready'; endpoint: string }
  | { is: 'answer'; id: number; value: unknown }
  | { is: 'fault'; id: number; message: string };

type InMain = (electron: typeof electronModule, arg: unknown) => unknown;

export function serveTests(): void {
  if (!process.send) return;
  const tell = (told: Told) => process.send?.(told);
  process.on('message', ({ id, source, arg }: Ask) => {
    evaluate(source, arg).then(
      (value) => tell({ is: 'answer', id, value }),
      (error: unknown) => tell({ is: 'fault', id, message: String((error as Error).stack ?? error) }),
    );
  });
  // The channel of the tests never keeps an app alive that has quit.
  process.channel?.unref();
  void whenReady.then(() => tell({ is: 'ready', endpoint: chromium().endpoint }));
}

async function evaluate(source: string, arg: unknown): Promise<unknown> {
  const module = `export default (${source});`;
  const loaded = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as { default: InMain };
  return loaded.default(electronModule, arg);
}
