import { describe, expect, it } from 'vitest';
import { bytesOf } from '#renderer/lib/receive-file.ts';

describe('a piece of a file', () => {
  it('is the bytes that were sent as base64', () => {
    const sent = Uint8Array.from([0xef, 0xbb, 0xbf, 0x4d, 0x00, 0xff, 0xc4, 0x8d]);
    expect(bytesOf(Buffer.from(sent).toString('base64'))).toEqual(sent);
  });

  it('is refused when its bytes were lost on the way', () => {
    expect(() => bytesOf({})).toThrow(TypeError);
  });
});
