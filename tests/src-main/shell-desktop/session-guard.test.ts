/** The guards of the session, asked as Chromium asks them. */
import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import { watchCapture, type Capture } from '#main/shell-desktop/capture.ts';
import { guardSession } from '#main/shell-desktop/session-guard.ts';

type Handler = (...args: unknown[]) => unknown;

class AskedSession extends EventEmitter {
  readonly handlers: Record<string, Handler> = {};
  readonly webRequest = { onBeforeRequest: (handler: Handler) => (this.handlers.request = handler) };
  setPermissionRequestHandler = (handler: Handler) => (this.handlers.ask = handler);
  setPermissionCheckHandler = (handler: Handler) => (this.handlers.check = handler);
  setDevicePermissionHandler = (handler: Handler) => (this.handlers.device = handler);
  setBluetoothPairingHandler = (handler: Handler) => (this.handlers.pairing = handler);
  setDisplayMediaRequestHandler = (handler: Handler) => (this.handlers.screen = handler);

  asked(permission: string, details: object, ours = true): boolean {
    let answer: unknown;
    const from = {
      isMainFrame: true,
      requestingUrl: ours ? 'app://vizitka/clients' : 'https://evil.example/',
    };
    this.handlers.ask?.(null, permission, (given: unknown) => (answer = given), { ...from, ...details });
    return answer === true;
  }

  checked(permission: string, mediaType?: string, origin = 'app://vizitka/', isMainFrame = true): boolean {
    return this.handlers.check?.(null, permission, origin, { isMainFrame, mediaType }) === true;
  }

  cancelled(url: string): boolean {
    let answer: unknown;
    this.handlers.request?.({ url }, (given: unknown) => (answer = given));
    return (answer as { cancel: boolean }).cancel;
  }
}

let session: AskedSession;
let capture: Capture;
beforeEach(() => {
  session = new AskedSession();
  capture = watchCapture();
  guardSession(session as unknown as Session, capture, false);
});

describe('permissions', () => {
  test.each(['geolocation', 'notifications', 'midi', 'pointerLock', 'openExternal', 'clipboard-read', 'usb'])(
    '%s is denied, asked or checked',
    (permission) => {
      expect(session.asked(permission, {})).toBe(false);
      expect(session.checked(permission)).toBe(false);
    },
  );

  test('the microphone only while its screen is open, and not the camera with it', () => {
    const microphone = { mediaTypes: ['audio'] };
    expect(session.asked('media', microphone)).toBe(false);
    expect(session.checked('media', 'audio')).toBe(false);
    capture.open('microphone');
    expect(session.asked('media', microphone)).toBe(true);
    expect(session.checked('media', 'audio')).toBe(true);
    expect(session.asked('media', { mediaTypes: ['video'] })).toBe(false);
    expect(session.asked('media', { mediaTypes: ['audio', 'video'] })).toBe(false);
    expect(session.checked('media', 'video')).toBe(false);
    expect(session.asked('media', { mediaTypes: [] })).toBe(false);
    capture.open(null);
    expect(session.asked('media', microphone)).toBe(false);
  });

  test('never for another origin or for a frame', () => {
    capture.open('camera');
    expect(session.asked('media', { mediaTypes: ['video'] }, false)).toBe(false);
    expect(session.asked('media', { mediaTypes: ['video'], isMainFrame: false })).toBe(false);
    expect(session.checked('media', 'video', 'https://evil.example/')).toBe(false);
    expect(session.checked('media', 'video', 'app://vizitka/', false)).toBe(false);
    expect(session.checked('media', 'video')).toBe(true);
  });

  test('copying out works, for our own page', () => {
    expect(session.asked('clipboard-sanitized-write', {})).toBe(true);
    expect(session.checked('clipboard-sanitized-write')).toBe(true);
    expect(session.asked('clipboard-sanitized-write', {}, false)).toBe(false);
  });
});

test('devices are denied, and no choice of one is offered', () => {
  expect(session.handlers.device?.({})).toBe(false);
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device']) {
    let prevented = false;
    session.emit(event, { preventDefault: () => (prevented = true) });
    expect(prevented, event).toBe(true);
  }
});

describe('requests', () => {
  test.each([
    'https://evil.example/',
    'http://127.0.0.1:80/',
    'ws://x/',
    'file:///etc/passwd',
    'devtools://x/',
  ])('%s is cancelled', (url) => {
    expect(session.cancelled(url)).toBe(true);
  });
  test('our files go through', () => {
    expect(session.cancelled('app://vizitka/assets/main.js')).toBe(false);
  });
});

test('only a file that the window made is kept', () => {
  const kept = (url: string) => {
    let prevented = false;
    session.emit('will-download', { preventDefault: () => (prevented = true) }, { getURL: () => url });
    return !prevented;
  };
  expect(kept('blob:app://vizitka/0b')).toBe(true);
  expect(kept('blob:https://evil.example/0b')).toBe(false);
  expect(kept('app://vizitka/assets/main.js')).toBe(false);
  expect(kept('data:text/html,x')).toBe(false);
});
