import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import { guardContents } from '#main/shell-desktop/navigation-guard.ts';

class Contents extends EventEmitter {
  open: (() => { action: string }) | undefined;
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.open = handler;
  }
}

let contents: Contents;
let reached: string[];
beforeEach(() => {
  const app = new EventEmitter();
  reached = [];
  guardContents(app as unknown as App, {
    isPage: (pathname) => pathname === '/clients',
    reachPerson: (link) => reached.push(link),
  });
  contents = new Contents();
  app.emit('web-contents-created', {}, contents);
});

function stopped(event: string, url: string, isMainFrame = true): boolean {
  let prevented = false;
  contents.emit(event, { url, isMainFrame, preventDefault: () => (prevented = true) });
  return prevented;
}

describe.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s', (event) => {
  test('a page of ours may follow a page of ours', () => {
    expect(stopped(event, 'app://vizitka/clients')).toBe(false);
  });
  test.each([
    'https://evil.example/',
    'app://vizitka.evil.example/clients',
    'app://vizitka/assets/picture.svg',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:1',
  ])('%s is stopped', (url) => {
    expect(stopped(event, url)).toBe(true);
  });
  test('nothing is shown in a frame', () => {
    expect(stopped(event, 'app://vizitka/clients', false)).toBe(true);
  });
});

test('a number or an address is handed to its program, and the page stays', () => {
  expect(stopped('will-frame-navigate', 'tel:+421905123456')).toBe(true);
  expect(stopped('will-frame-navigate', 'https://evil.example/')).toBe(true);
  expect(reached).toEqual(['tel:+421905123456']);
});

test('no window and no guest page', () => {
  expect(contents.open?.()).toEqual({ action: 'deny' });
  expect(stopped('will-attach-webview', '')).toBe(true);
});
