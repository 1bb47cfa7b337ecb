/** Every request of a page: first the app's say, then its own protocol handler, then the network of this machine. */
import { Buffer } from 'node:buffer';
import { fromServed, schemeOf } from './addresses.ts';
import type { DevtoolsSession } from './devtools.ts';
import { handlers } from './protocol.ts';
import { allowsRequest } from './session.ts';

interface Paused {
  requestId: string;
  frameId: string;
  resourceType: string;
  request: { url: string; method: string; headers: Record<string, string>; postData?: string };
}

export interface RequestOwner {
  contents: unknown;
  isMainFrame(frameId: string): boolean;
  /** Whether the page may go to the address, which it was not sent to by the main process. */
  mayNavigate(url: string): boolean;
}

export async function heedRequests(page: DevtoolsSession, owner: RequestOwner): Promise<void> {
  page.on<Paused>('Fetch.requestPaused', (paused) => {
    answer(page, owner, paused).catch((error: unknown) => {
      // A page that went away meanwhile wants no answer any more.
      if (!/Invalid InterceptionId|Session with given id|has ended/.test(String(error))) throw error;
    });
  });
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(page: DevtoolsSession, owner: RequestOwner, paused: Paused): Promise<void> {
  const { requestId, request, resourceType, frameId } = paused;
  const url = fromServed(request.url);
  const fail = (errorReason: string) => page.send('Fetch.failRequest', { requestId, errorReason });

  const isNavigation = resourceType === 'Document' && owner.isMainFrame(frameId);
  if (isNavigation && !owner.mayNavigate(url)) return void (await fail('Aborted'));
  const kind = isNavigation ? 'mainFrame' : resourceType.toLowerCase();
  const details = { url, method: request.method, resourceType: kind, webContents: owner.contents };
  if (!(await allowsRequest(details))) return void (await fail('BlockedByClient'));

  const handler = handlers.get(schemeOf(url));
  if (!handler) return void (await page.send('Fetch.continueRequest', { requestId }));
  try {
    const { method, headers, postData } = request;
    const response = await handler(new Request(url, { method, headers, body: postData }));
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    await page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body,
    });
  } catch (error) {
    await fail('Failed');
    throw error;
  }
}
