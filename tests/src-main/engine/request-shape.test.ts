/** Only what the library can parse reaches it: a malformed message would end the engine for every window. */
import { describe, expect, test } from 'vitest';
import { isRequest } from '#main/engine/request-shape.ts';

const bytes = (json: string, ...rest: number[]) =>
  new Uint8Array([...new TextEncoder().encode(json), ...rest]);

describe('taken', () => {
  test.each([
    ['a request', '{"i":"1","p":{"u":"/clients/list","b":{"json":{}}}}'],
    ['a request with headers', '{"i":"1","p":{"u":"/a","h":{"x":"y"}}}'],
    ['an item of a stream', '{"i":"1","t":3,"p":{"e":"message","d":1}}'],
    ['an abort', '{"i":"1","t":4}'],
    ['a request with a file', bytes('{"i":"1","p":{"u":"/exchange/upload"}}', 0xff, 0, 1, 2)],
  ])('%s', (_, message) => {
    expect(isRequest(message)).toBe(true);
  });
});

describe('refused', () => {
  test.each([
    ['no JSON', 'x'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['no id', '{"p":{"u":"/a"}}'],
    ['an id that is no text', '{"i":{},"p":{"u":"/a"}}'],
    ['no address', '{"i":"1","p":{}}'],
    ['no payload', '{"i":"1"}'],
    ['a null payload', '{"i":"1","p":null}'],
    ['an address of another host', '{"i":"1","p":{"u":"http://x/"}}'],
    ['an address without scheme', '{"i":"1","p":{"u":"//x/"}}'],
    ['headers that are no headers', '{"i":"1","p":{"u":"/a","h":null}}'],
    ['an unknown kind', '{"i":"1","t":9,"p":{"u":"/a"}}'],
    ['an empty item', '{"i":"1","t":3}'],
    ['bytes without JSON', new Uint8Array([0xff, 1, 2])],
    ['an object', { i: '1', p: { u: '/a' } }],
  ])('%s', (_, message) => {
    expect(isRequest(message)).toBe(false);
  });
});
