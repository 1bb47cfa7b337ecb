/** Every request of a page: first the app's say, then its own protocol handler, then the network of this machine. */
import { Buffer } from 'node:buffer';
import { fromServed, schemeOf } from './addresses.ts';
import { type DevtoolsSession, passOverGone } from './devtools.ts';
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
    void answer(page, owner, paused);
  });
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(page: DevtoolsSession, owner: RequestOwner, paused: Paused): Promise<void> {
  const { requestId, request, resourceType, frameId } = paused;
  const url = fromServed(request.url);
  const decide = (command: string, how: object = {}) =>
    page.send(command, { requestId, ...how }).then(() => {}, passOverGone);
  const fail = (errorReason: string) => decide('Fetch.failRequest', { errorReason });

  const isNavigation = resourceType === 'Document' && owner.isMainFrame(frameId);
  if (isNavigation && !owner.mayNavigate(url)) return fail('Aborted');
  const kind = isNavigation ? 'mainFrame' : resourceType.toLowerCase();
  const details = { url, method: request.method, resourceType: kind, webContents: owner.contents };
  if (!(await allowsRequest(details))) return fail('BlockedByClient');

  const handler = handlers.get(schemeOf(url));
  if (!handler) return decide('Fetch.continueRequest');
  try {
    const { method, headers, postData } = request;
    const response = await handler(new Request(url, { method, headers, body: postData }));
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }));
    await decide('Fetch.fulfillRequest', { responseCode: response.status, responseHeaders, body });
  } catch (error) {
    await fail('Failed');
    throw error;
  }
}
