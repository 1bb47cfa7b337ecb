/** Starts the built main under the stand-in, and reaches its pages in its own Chromium. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { standInScript } from '../../helpers/electron-host/build.ts';
import type { Ask, Told } from '../../helpers/electron-host/serve-tests.ts';
import { downloadOf } from '../main-job.ts';
import type { InMain, Started } from './desktop.ts';

export interface Start {
  main: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  language: string;
  keyStore: string;
  beforeReady: InMain<undefined, unknown> | undefined;
}

export async function startStandIn(start: Start): Promise<Started> {
  const child = fork(standInScript(), [start.main, ...start.args], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...start.env, ELECTRON_HOST_KEY_STORE: start.keyStore, ELECTRON_HOST_LOCALE: start.language },
  });
  const complaint = collect(child.stderr);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const answers = new Map<number, PromiseWithResolvers<unknown>>();
  const ready = Promise.withResolvers<string>();
  let last = 0;
  child.on('message', (told: Told) => {
    if (told.is === 'ready') ready.resolve(told.endpoint);
    else if (told.is === 'answer') answers.get(told.id)?.resolve(told.value);
    else answers.get(told.id)?.reject(new Error(told.message));
  });
  void ended.then(() => {
    const gone = new Error(`the program has ended:\n${complaint()}`);
    ready.reject(gone);
    for (const answer of answers.values()) answer.reject(gone);
  });
  // A start that ends before it is ready is told of by `ended`.
  ready.promise.catch(() => {});

  const evaluateMain = async <A, R>(run: InMain<A, R>, arg: A): Promise<R> => {
    last += 1;
    const answer = Promise.withResolvers<unknown>();
    answers.set(last, answer);
    const ask: Ask = { do: 'evaluate', id: last, source: run.toString(), arg };
    child.send(ask);
    return answer.promise as Promise<R>;
  };
  if (start.beforeReady) await evaluateMain(start.beforeReady, undefined);
  child.send({ do: 'begin' } satisfies Ask);

  let context: Promise<BrowserContext> | undefined;
  const openPage = async (): Promise<Page> => {
    context ??= ready.promise
      .then((endpoint) => chromium.connectOverCDP(endpoint))
      .then((browser) => browser.contexts()[0] ?? browser.newContext());
    const pages = await context;
    const page = pages.pages().at(-1) ?? (await pages.waitForEvent('page'));
    // A page begins empty; the program sends it to its place a moment later.
    await page.waitForURL(({ href }) => href !== 'about:blank');
    return page;
  };
  return {
    pid: child.pid ?? 0,
    ended,
    complaint,
    evaluateMain,
    openPage,
    takeFile: async (begin) => downloadOf(await openPage())(begin),
    killMain: () => child.kill('SIGKILL'),
  };
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (part: string) => (text += part));
  return () => text;
}
