/** What the first bytes of a file say that it is, whatever its name says. */

/** How many of the first bytes are looked at. */
export const HEAD_BYTES = 4_096;

export type Content =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'heic'
  | 'webm'
  | 'ogg'
  | 'mp4'
  | 'mp3'
  | 'wav'
  | 'pdf'
  | 'zip'
  | 'ole'
  | 'archive'
  | 'program'
  | 'script'
  | 'markup'
  | 'text'
  | 'unknown';

type Test = readonly [content: Content, at: number, bytes: string];

/** Bytes as Latin-1 text; the first that fits counts. */
const SIGNATURES: readonly Test[] = [
  ['jpeg', 0, '\xff\xd8\xff'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['gif', 0, 'GIF87a'],
  ['gif', 0, 'GIF89a'],
  ['webm', 0, '\x1a\x45\xdf\xa3'],
  ['ogg', 0, 'OggS'],
  ['mp3', 0, 'ID3'],
  ['pdf', 0, '%PDF-'],
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
  ['ole', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['archive', 0, 'Rar!\x1a\x07'],
  ['archive', 0, "7z\xbc\xaf'\x1c"],
  ['archive', 0, '\x1f\x8b'],
  ['archive', 0, 'BZh'],
  ['archive', 0, '\xfd7zXZ\x00'],
  ['archive', 0, '\x28\xb5\x2f\xfd'],
  ['archive', 257, 'ustar'],
  ['archive', 0, 'MSCF'],
  ['program', 0, 'MZ'],
  ['program', 0, '\x7fELF'],
  ['program', 0, '\xcf\xfa\xed\xfe'],
  ['program', 0, '\xce\xfa\xed\xfe'],
  ['program', 0, '\xfe\xed\xfa\xce'],
  ['program', 0, '\xfe\xed\xfa\xcf'],
  ['program', 0, '\xca\xfe\xba\xbe'],
  ['program', 0, '\x00asm'],
  // A shortcut of Windows (MS-SHLLINK 2.1) starts whatever it names.
  ['program', 0, 'L\x00\x00\x00\x01\x14\x02\x00'],
  ['script', 0, '#!'],
];

/** ISO base media (ISO/IEC 14496-12): the brand stands behind the name of the first box. */
const HEIC_BRAND = /^(heic|heix|hevc|heim|heis|mif1|msf1|avif)/;

/** Never throws; `unknown` for what no rule knows. An empty file is `unknown`. */
export function contentOf(head: Uint8Array): Content {
  const text = latin1(head.subarray(0, HEAD_BYTES));
  for (const [content, at, bytes] of SIGNATURES) if (text.startsWith(bytes, at)) return content;
  if (text.startsWith('RIFF')) {
    if (text.startsWith('WEBP', 8)) return 'webp';
    if (text.startsWith('WAVE', 8)) return 'wav';
  }
  if (text.startsWith('ftyp', 4)) return HEIC_BRAND.test(text.slice(8, 12)) ? 'heic' : 'mp4';
  // A frame of MPEG audio without a tag: eleven set bits, then no reserved version, layer and rate.
  const [first = 0, second = 0, third = 0] = head;
  if (first === 0xff && (second & 0xe6) >= 0xe2 && (third & 0xf0) !== 0xf0) return 'mp3';
  if (head.length === 0) return 'unknown';
  return ofText(head, text);
}

const MARKUP = /<(!doctype|html|head|body|script|svg|iframe|\?xml|hta:|xsl:)/i;

function ofText(head: Uint8Array, text: string): Content {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  // Text of two bytes a letter hides its tags from whoever looks at single bytes.
  const plain = isWide ? text.replaceAll('\x00', '') : text;
  if (MARKUP.test(plain)) return 'markup';
  return !isWide && text.includes('\x00') ? 'unknown' : 'text';
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
