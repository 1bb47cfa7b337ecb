/** Pictures for journeys: made here, and seen to have reached the screen as such. */
import zlib from 'node:zlib';
import { expect, type Locator } from '@playwright/test';

interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Through the file dialog of "Priložiť" in this part of the screen. */
export async function attachFiles(within: Locator, ...files: Chosen[]): Promise<void> {
  const choosing = within.page().waitForEvent('filechooser');
  await within.getByRole('button', { name: 'Priložiť' }).click();
  await (await choosing).setFiles(files);
}

/** Its element has a width of its own. */
export async function expectPicture(image: Locator): Promise<void> {
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(96);
}

/** A PNG of 96 × 72 in one colour (RFC 2083). */
export function picture(red: number, green: number, blue: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(zlib.crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(96, 0);
  head.writeUInt32BE(72, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(96 * 3, Buffer.from([red, green, blue]))]);
  const pixels = zlib.deflateSync(Buffer.concat(Array.from({ length: 72 }, () => row)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
