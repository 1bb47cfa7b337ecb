/** The letters of a card: what its bytes are, whatever the card, the file or nobody says about their encoding. */
import { isUtf8 } from 'node:buffer';
import type { DecodeText } from '#shared/domain/exchange/cards/read-card.ts';
import { decodeAll, guessOneByte, isEncodingKnown } from './encoding.ts';

// the range is ASCII
const PLAIN = /^[\u0000-\u007f]*$/;
const UTF8 = /^utf-?8$/i;
const SAYS_NOTHING = /^(?:|us-ascii|ascii|utf-?8|unicode|unknown.*)$/i;

/**
 * Valid UTF-8 is UTF-8, because text in another encoding is that by accident only. Else what the card names, else the
 * encoding of the file (`fileEncoding`, null where the file's bytes are all ASCII), else the likeliest one.
 */
export function cardDecoder(fileEncoding: string | null): DecodeText {
  return (binary, charset = '') => {
    if (PLAIN.test(binary) && !/^iso-2022/i.test(charset)) return binary;
    const bytes = Buffer.from(binary, 'latin1');
    if (isUtf8(bytes) && !/^iso-2022/i.test(charset)) return bytes.toString('utf8');
    const named = charset.trim().toLowerCase();
    // Telephones cut long values in the middle of a letter; the rest of such a text is sound.
    const sound = UTF8.test(named) ? mostlyUtf8(bytes) : null;
    if (sound !== null) return sound;
    if (!SAYS_NOTHING.test(named) && isEncodingKnown(named)) return decodeAll(bytes, named);
    const own = fileEncoding === null || fileEncoding.startsWith('utf') ? guess(bytes) : fileEncoding;
    return decodeAll(bytes, own);
  };
}

/** Text of bytes that are UTF-8 but for a few letters, without a torn one at the end; null where they are not. */
function mostlyUtf8(bytes: Buffer): string | null {
  const text = bytes.toString('utf8').replace(/\ufffd+$/, '');
  const broken = text.split('\ufffd').length - 1;
  // the range is ASCII
  const whole = text.replace(/[\u0000-\u007f\ufffd]/g, '').length;
  return whole > 0 && broken * 10 < whole ? text : null;
}

const ENOUGH = 4;

/** A name has too few letters beyond ASCII to tell one encoding from another, so it is what our Windows writes. */
function guess(bytes: Buffer): string {
  const high = bytes.filter((byte) => byte >= 0x80).length;
  return high < ENOUGH ? 'windows-1250' : guessOneByte(bytes);
}
