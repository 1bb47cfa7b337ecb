/** The stand-in itself: what it lacks is refused by name, and what it says it carries arrives as it was. */
import fs from 'node:fs';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { fromServed, originOf, toServed } from './addresses.ts';
import { MessageChannelMain, type MessagePortMain } from './ports.ts';
import { markReady } from './readiness.ts';
import { NotInStandIn, refuseUnknown, refuseUnknownOptions, StandInEmitter } from './refuse-unknown.ts';
import { type KeyStore, safeStorage } from './safe-storage.ts';
import { decodeWire, encodeWire } from './wire.ts';

describe('what is not modelled', () => {
  class Lamp extends StandInEmitter {
    protected readonly events = ['lit'];
    readonly isOn = false;
  }

  test('a member, an event and an option throw by name', () => {
    const lamp = new Lamp() as Lamp & { brightness?: number };
    expect(() => lamp.brightness).toThrow(NotInStandIn);
    expect(() => lamp.brightness).toThrow('Lamp.brightness');
    expect(() => lamp.on('broken', () => {})).toThrow("event 'broken' of Lamp");
    expect(() => lamp.once('broken', () => {})).toThrow(NotInStandIn);
    expect(() => refuseUnknownOptions('a lamp', { colour: 'red' }, ['size'])).toThrow(
      'option colour of a lamp',
    );
    const box = refuseUnknown('box', { open: () => 1 }) as { open(): number; close?(): void };
    expect(() => box.close).toThrow('box.close');
  });

  test('what is modelled stays as it is', async () => {
    const lamp = new Lamp();
    const lit = new Promise((resolve) => lamp.once('lit', resolve));
    lamp.emit('lit', 5);
    expect(await lit).toBe(5);
    expect(lamp.isOn).toBe(false);
    // Awaiting or printing an object asks for members that none has.
    const box = refuseUnknown('box', { a: 1 });
    expect(await Promise.resolve(box)).toBe(box);
    expect(JSON.stringify(box)).toBe('{"a":1}');
  });
});

describe('the wire', () => {
  test.each([
    ['text', 'Ľubica \0 žemľa'],
    ['nothing', undefined],
    ['numbers', [0, -0, Number.NaN, Number.NEGATIVE_INFINITY, 1.5]],
    ['large numbers', 2n ** 70n],
    ['a day', new Date(5)],
    ['bytes', new Uint8Array([0, 1, 255])],
    ['maps and sets', new Map([[{ a: 1 }, new Set(['č'])]])],
    ['an object that looks like a tag', { $: 'date', v: 1 }],
    ['what is missing', { a: undefined, b: null, c: [undefined] }],
  ])('%s', (_, value) => {
    expect(decodeWire(encodeWire(value))).toEqual(value);
  });

  test('carries no functions', () => {
    expect(() => encodeWire({ f: () => 1 })).toThrow('An object could not be cloned.');
    expect(() => encodeWire(Symbol('s'))).toThrow('An object could not be cloned.');
  });
});

describe('ports', () => {
  test('a port keeps what came before it was started, also when it was handed on', async () => {
    const outer = new MessageChannelMain();
    const inner = new MessageChannelMain();
    inner.port1.postMessage('early');
    outer.port1.postMessage('take it', [inner.port2]);
    const heard = new Promise<unknown>((resolve) => {
      outer.port2.on('message', ({ ports: [port] }: { ports: MessagePortMain[] }) => {
        port?.on('message', ({ data }: { data: unknown }) => resolve(data));
        port?.start();
      });
    });
    outer.port2.start();
    expect(await heard).toBe('early');
    inner.port1.close();
    outer.port1.close();
  });

  test('closing one end is heard at the other', async () => {
    const { port1, port2 } = new MessageChannelMain();
    const closed = new Promise((resolve) => port2.once('close', resolve));
    port1.close();
    await closed;
  });

  test('hands over ports of its own kind only, and no buffers', () => {
    const { port1 } = new MessageChannelMain();
    const bare = new MessageChannel().port1;
    for (const foreign of [bare, new ArrayBuffer(1)] as unknown as MessagePortMain[])
      expect(() => port1.postMessage(1, [foreign])).toThrow('Port at index 0 is not a valid port');
    bare.close();
    port1.close();
  });
});

test('an address of the app and the one that Chromium gets', () => {
  const schemes = new Set(['app']);
  const address = 'app://vizitka/clients?a=1#b';
  expect(toServed(address, schemes)).toBe('https://vizitka.app-scheme.test/clients?a=1#b');
  expect(fromServed(toServed(address, schemes))).toBe(address);
  expect(fromServed('blob:https://vizitka.app-scheme.test/1-2')).toBe('blob:app://vizitka/1-2');
  expect(fromServed('https://vizitka.app-scheme.test.evil.example/')).toContain('https:');
  expect(originOf('https://vizitka.app-scheme.test/x')).toBe('app://vizitka');
  expect(originOf('data:text/html,x')).toBe('null');
});

describe('the key store', () => {
  let file: string;
  const set = (store: Partial<KeyStore>) => fs.writeFileSync(file, JSON.stringify(store));
  beforeEach(() => {
    markReady();
    file = path.join(makeFolder(), 'store.json');
    process.env['ELECTRON_HOST_KEY_STORE'] = file;
  });

  test('gives back what it sealed, until it is emptied', () => {
    const sealed = safeStorage.encryptString('tajné');
    expect(safeStorage.decryptString(sealed)).toBe('tajné');
    fs.rmSync(file);
    expect(() => safeStorage.decryptString(sealed)).toThrow('Error while decrypting');
    expect(safeStorage.decryptString(safeStorage.encryptString('iné'))).toBe('iné');
  });

  test('one that will not answer, or none, neither seals nor opens', () => {
    const sealed = safeStorage.encryptString('tajné');
    const { key } = JSON.parse(fs.readFileSync(file, 'utf8')) as KeyStore;
    for (const store of [{ isAvailable: false }, { backend: 'basic_text' }] as const) {
      set({ ...store, key });
      expect(safeStorage.isEncryptionAvailable()).toBe(false);
      expect(() => safeStorage.encryptString('x')).toThrow('not available');
      expect(() => safeStorage.decryptString(sealed)).toThrow('not available');
    }
    set({ backend: 'kwallet6', key });
    expect(safeStorage.getSelectedStorageBackend()).toBe('kwallet6');
    expect(safeStorage.decryptString(sealed)).toBe('tajné');
  });
});
