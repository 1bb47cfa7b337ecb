/** Chromium's pages: ours are made by the app, others are windows that a page opened by itself. */
import { fromServed } from './addresses.ts';
import { type Browser, type DevtoolsSession, launchChromium } from './devtools.ts';
import { allowsDownload } from './session.ts';

interface Attached {
  sessionId: string;
  targetInfo: { targetId: string; openerId?: string };
  waitingForDebugger: boolean;
}

let browser: Browser | null = null;
const goneOf = new Map<string, () => void>();
const arriving = new Map<string, PromiseWithResolvers<DevtoolsSession>>();

export function chromium(): Browser {
  if (!browser) throw new Error('Chromium has not been started');
  return browser;
}

export async function startChromium(...how: Parameters<typeof launchChromium>): Promise<Browser> {
  const started = await launchChromium(...how);
  browser = started;
  started.on<Attached>('Target.attachedToTarget', (attached) => void welcome(started, attached));
  started.on<{ targetId: string }>('Target.targetDestroyed', ({ targetId }) => {
    goneOf.get(targetId)?.();
    goneOf.delete(targetId);
  });
  await started.send('Target.setDiscoverTargets', { discover: true });
  // Pages wait at their very beginning, so that nothing of them runs before it is decided about.
  await started.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  });
  // Who keeps the files is the test's affair (Playwright takes them); whether they are kept is the app's.
  await started.send('Browser.setDownloadBehavior', { behavior: 'default', eventsEnabled: true });
  started.on<{ url: string; suggestedFilename: string; guid: string }>(
    'Browser.downloadWillBegin',
    ({ url, suggestedFilename, guid }) => {
      if (!allowsDownload(fromServed(url), suggestedFilename))
        started.send('Browser.cancelDownload', { guid }).catch(() => {});
    },
  );
  return started;
}

async function welcome(from: Browser, { sessionId, targetInfo }: Attached): Promise<void> {
  const { targetId, openerId } = targetInfo;
  const page = from.sessionOf(sessionId);
  if (openerId) {
    // A window that a page opened by a link or a form; it is closed before it loads anything, and the app is asked.
    await from.send('Target.closeTarget', { targetId }).catch(() => {});
    return;
  }
  await page.send('Runtime.runIfWaitingForDebugger').catch(() => {});
  arrival(targetId).resolve(page);
}

/** `gone` is called when the page was closed, by whomever. */
export async function openPage(gone: () => void): Promise<DevtoolsSession> {
  const { targetId } = await chromium().send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
  });
  goneOf.set(targetId, gone);
  return arrival(targetId).promise;
}

function arrival(targetId: string): PromiseWithResolvers<DevtoolsSession> {
  const known = arriving.get(targetId) ?? Promise.withResolvers<DevtoolsSession>();
  arriving.set(targetId, known);
  return known;
}
