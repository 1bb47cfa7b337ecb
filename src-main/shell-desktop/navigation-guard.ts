/** No page of ours ever becomes another one: no navigation, no redirect, no frame, no window, no guest page. */
import type { App, WebContents } from 'electron';
import { isPersonLink, ourAddress } from './our-address.ts';

export interface Ways {
  /** Whether a page of ours stands at this address. */
  isPage(pathname: string): boolean;
  /** Hands a telephone number or an e-mail address to the system's program for it. */
  reachPerson(link: string): void;
}

/** For every contents that this program will ever make. */
export function guardContents(app: Pick<App, 'on'>, ways: Ways): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, ways));
}

interface Leaving {
  url: string;
  isMainFrame?: boolean;
  preventDefault(): void;
}

function guard(contents: WebContents, { isPage, reachPerson }: Ways): void {
  const stay = (event: Leaving): void => {
    const ours = event.isMainFrame !== false && ourAddress(event.url);
    if (ours && isPage(ours.pathname)) return;
    event.preventDefault();
  };
  // The first of the two, and the last one to be heard of when it is stopped.
  contents.on('will-frame-navigate', (event) => {
    stay(event);
    if (event.isMainFrame && isPersonLink(event.url)) reachPerson(event.url);
  });
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
