import type { WebContents } from 'electron';
import { expect, test } from 'vitest';
import { isOurSender, type Sent } from '#main/shell-desktop/sender.ts';

const window = { id: 1 } as WebContents;
const sent = (frame: object | null, sender: object = window) => ({ sender, senderFrame: frame }) as Sent;
const page = { url: 'app://vizitka/clients', parent: null };

test('our window’s main frame at our address is answered', () => {
  expect(isOurSender(sent(page), window)).toBe(true);
});

test.each([
  ['another contents', sent(page, { id: 2 })],
  ['a frame that has gone', sent(null)],
  ['a frame inside', sent({ ...page, parent: page })],
  ['another address', sent({ ...page, url: 'https://evil.example/' })],
  ['an address that looks alike', sent({ ...page, url: 'app://vizitka.evil.example/' })],
  ['no page yet', sent({ ...page, url: '' })],
])('not %s', (_what, bad) => {
  expect(isOurSender(bad, window)).toBe(false);
});
