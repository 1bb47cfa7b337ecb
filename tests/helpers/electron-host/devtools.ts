/** A Chromium of its own, spoken to over its debugging pipe; tests reach the same pages through its port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export type Params = Record<string, unknown>;

/** One line to the browser as a whole, or to one of its pages. */
export interface DevtoolsSession {
  send<T = Params>(method: string, params?: Params): Promise<T>;
  on<T = Params>(event: string, heed: (params: T) => void): void;
}

export interface Browser extends DevtoolsSession {
  /** Where Playwright may connect. */
  readonly endpoint: string;
  readonly version: string;
  readonly pid: number;
  sessionOf(sessionId: string): DevtoolsSession;
  close(): Promise<void>;
}

const GONE =
  /Invalid InterceptionId|Invalid state|with given id|has ended|navigated or closed|destroyed|Cannot find context|detached|crashed/;

/** For commands to a page that may go away meanwhile: what it has left unanswered is lost, as in Electron. */
export function passOverGone(error: unknown): void {
  if (!GONE.test(String(error))) throw error;
}

interface Message {
  id?: number;
  method?: string;
  params?: Params;
  result?: Params;
  error?: { message: string };
  sessionId?: string;
}

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-popup-blocking',
  '--password-store=basic',
  '--use-mock-keychain',
  // Foreign frames stay in the page's process, so that what they do is seen on the page's own line.
  '--disable-site-isolation-trials',
  // A page at https may speak to this machine: whether it does is decided by the app, as it is for a page at app://.
  '--disable-features=IsolateOrigins,site-per-process,LocalNetworkAccessChecks,Translate,MediaRouter,OptimizationHints',
  // A machine without microphone and camera has some all the same; who may use them is decided by the app.
  '--use-fake-device-for-media-stream',
  '--deny-permission-prompts',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** `switches` are those that the app appended. */
export async function launchChromium(
  userDataFolder: string,
  locale: string,
  switches: readonly string[],
): Promise<Browser> {
  const executable = process.env['CHROMIUM_PATH'];
  if (!executable) throw new Error('CHROMIUM_PATH names no Chromium');
  const args = [
    ...FLAGS,
    ...switches,
    `--user-data-dir=${userDataFolder}`,
    `--lang=${locale}`,
    `--accept-lang=${locale}`,
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  const pipe = connect(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const endpoint = await readEndpoint(child);
  const browser = pipe.sessionOf(undefined);
  const { product } = await browser.send<{ product: string }>('Browser.getVersion');
  return {
    ...browser,
    endpoint,
    pid: child.pid ?? 0,
    version: product.split('/')[1] ?? '',
    sessionOf: (sessionId) => pipe.sessionOf(sessionId),
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      browser.send('Browser.close').catch(() => {});
      await gone;
    },
  };
}

/** Messages end with a zero byte. Commands of a page that has gone are answered by nobody and fail with it. */
function connect(toBrowser: Writable, fromBrowser: Readable) {
  const waiting = new Map<number, { resolve: (result: Params) => void; reject: (error: Error) => void }>();
  const heeding = new Map<string, ((params: Params) => void)[]>();
  let last = 0;
  let rest = '';
  fromBrowser.setEncoding('utf8').on('data', (piece: string) => {
    const texts = (rest + piece).split('\0');
    rest = texts.pop() ?? '';
    for (const text of texts) receive(JSON.parse(text) as Message);
  });
  fromBrowser.once('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Chromium has ended'));
    waiting.clear();
  });
  // Writing to a browser that has just ended is no fault of the app.
  toBrowser.on('error', () => {});

  function receive({ id, method, params = {}, result = {}, error, sessionId }: Message): void {
    if (id !== undefined) {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) reject?.(new Error(error.message));
      else resolve?.(result);
      return;
    }
    for (const heed of heeding.get(`${sessionId ?? ''} ${method}`) ?? []) heed(params);
  }

  return {
    sessionOf: (sessionId: string | undefined): DevtoolsSession => ({
      send<T>(method: string, params: Params = {}) {
        last += 1;
        const id = last;
        const answer = new Promise<T>((resolve, reject) => {
          waiting.set(id, { resolve: resolve as (result: Params) => void, reject });
        });
        toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
        return answer;
      },
      on<T>(event: string, heed: (params: T) => void) {
        const key = `${sessionId ?? ''} ${event}`;
        heeding.set(key, [...(heeding.get(key) ?? []), heed as (params: Params) => void]);
      },
    }),
  };
}

function readEndpoint(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Chromium did not start:\n${said.join('\n')}`)));
    if (!child.stderr) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      const [, endpoint] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
      if (endpoint) resolve(endpoint);
      else said.push(line);
    });
  });
}
