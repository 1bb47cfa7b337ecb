/** The icon files of Windows and macOS: containers around drawn PNG images, so no image tool is needed. */

/** @typedef {{ size: number, png: Buffer }} Drawn */

/** Kinds of an icns entry by side in pixels: the plain one, and the same picture as a denser smaller one. */
const ICNS_KINDS = new Map([
  [32, ['ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
]);

/** An ico holds sides up to 256; Windows reads PNG inside it. @param {Drawn[]} drawn */
export function packIco(drawn) {
  const images = drawn.filter(({ size }) => size <= 256);
  const head = Buffer.alloc(6 + images.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let place = head.length;
  for (const [index, { size, png }] of images.entries()) {
    const at = 6 + index * 16;
    // A byte cannot say 256: nought does.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(place, at + 12);
    place += png.length;
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

/** @param {Drawn[]} drawn */
export function packIcns(drawn) {
  const parts = drawn.flatMap(({ size, png }) =>
    (ICNS_KINDS.get(size) ?? []).map((kind) =>
      Buffer.concat([Buffer.from(kind), bigEndian(png.length + 8), png]),
    ),
  );
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from('icns'), bigEndian(body.length + 8), body]);
}

/** @param {number} value */
function bigEndian(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
