/** Whom main answers: the main frame of its one window, while a page of ours is in it. */
import type { WebContents, WebFrameMain } from 'electron';
import { ourAddress } from './our-address.ts';

export interface Sent {
  sender: WebContents;
  /** Null when the frame has gone since. */
  senderFrame: WebFrameMain | null;
}

export function isOurSender({ sender, senderFrame }: Sent, window: WebContents): boolean {
  if (sender !== window || !senderFrame || senderFrame.parent !== null) return false;
  return ourAddress(senderFrame.url) !== null;
}
