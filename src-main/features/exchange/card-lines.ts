/**
 * A vCard file cut into cards, each a list of lines, piece by piece: a line or a card of any length costs no more
 * memory than the greatest that is taken. Text is "binary", one character for each byte.
 */
import { type CardLine, isQuotedPrintable, parseCardLine } from '#shared/domain/exchange/cards/card-line.ts';

export interface RawCard {
  readonly lines: readonly CardLine[];
  /** Longer than anything that a person writes: it was not kept whole. */
  readonly isTooLong: boolean;
  /** The file ends, or the next card begins, before its END. */
  readonly isTorn: boolean;
  readonly hasPhoto: boolean;
}

/** Greatest line and card that are kept, in bytes, and most lines of a card. */
const LONGEST_LINE = 256 * 1024;
const LONGEST_CARD = 1024 * 1024;
const MOST_LINES = 1000;
/** Pictures, sounds and keys: their bytes are never gathered. */
const HEAVY = /^(?:[\w-]{1,60}\.)?(PHOTO|LOGO|SOUND|KEY)(?=[;:])/i;
const PHOTO = /^(?:[\w-]{1,60}\.)?(?:PHOTO|LOGO)(?=[;:])/i;

/** Batches of cards, one batch for each piece, so that whoever reads can stop between them. */
export function* cardsIn(pieces: Iterable<string>): Generator<RawCard[], void, undefined> {
  const cutter = new CardCutter();
  for (const physical of physicalLines(pieces)) {
    for (const { text, isCut } of physical) cutter.take(text, isCut);
    yield cutter.finished();
  }
  cutter.end();
  yield cutter.finished();
}

interface PhysicalLine {
  readonly text: string;
  readonly isCut: boolean;
}

function* physicalLines(pieces: Iterable<string>): Generator<PhysicalLine[], void, undefined> {
  let rest = '';
  let isCut = false;
  let endsWithReturn = false;
  for (const whole of pieces) {
    const piece = endsWithReturn && whole.startsWith('\n') ? whole.slice(1) : whole;
    endsWithReturn = whole.endsWith('\r');
    const parts = piece.split(/\r\n|\n|\r/);
    const last = parts.pop() ?? '';
    const lines: PhysicalLine[] = [];
    for (const part of parts) {
      const text = rest + part;
      lines.push({
        text: text.length > LONGEST_LINE ? text.slice(0, LONGEST_LINE) : text,
        isCut: isCut || text.length > LONGEST_LINE,
      });
      rest = '';
      isCut = false;
    }
    if (rest.length + last.length <= LONGEST_LINE) rest += last;
    else {
      rest = (rest + last).slice(0, LONGEST_LINE);
      isCut = true;
    }
    yield lines;
  }
  if (rest !== '') yield [{ text: rest, isCut }];
}

class CardCutter {
  #finished: RawCard[] = [];
  #lines: CardLine[] = [];
  #isInside = false;
  /** Cards within a card (AGENT of version 2.1), which are not taken. */
  #depth = 0;
  #size = 0;
  #isTooLong = false;
  #hasPhoto = false;
  #version = '';
  /** The logical line that is being put together; null between lines, and while a heavy one passes. */
  #current: string[] | null = null;
  #currentSize = 0;
  #isSoft = false;
  #endsWithBackslash = false;

  finished(): RawCard[] {
    const cards = this.#finished;
    this.#finished = [];
    return cards;
  }

  take(text: string, isCut: boolean): void {
    // Null bytes are nothing that a card holds, and some programs pad their files with them.
    const line = text.includes('\0') ? text.replaceAll('\0', '') : text;
    if (
      /^\s*(?:BEGIN|END)\s*:\s*VCARD\s*$/i.test(line) ||
      /^\ufeff?(?:\u00ef\u00bb\u00bf)?BEGIN:VCARD\s*$/i.test(line)
    )
      this.#takeBound(/BEGIN/i.test(line));
    else if (this.#isInside && this.#depth === 0) this.#takeLine(line, isCut);
  }

  end(): void {
    if (this.#isInside) this.#finish(true);
  }

  #takeBound(isBegin: boolean): void {
    if (!isBegin) {
      if (this.#depth > 0) this.#depth -= 1;
      else if (this.#isInside) this.#finish(false);
      return;
    }
    this.#closeLine();
    const last = this.#lines.at(-1);
    if (this.#isInside && (this.#depth > 0 || (last?.name === 'AGENT' && last.value.trim() === ''))) {
      this.#depth += 1;
      return;
    }
    if (this.#isInside) this.#finish(true);
    this.#isInside = true;
  }

  #takeLine(line: string, isCut: boolean): void {
    if (this.#isTooLong) return;
    if (this.#isSoft && this.#current) {
      this.#append(line);
      this.#isSoft = line.endsWith('=');
      return;
    }
    if (/^[ \t]/.test(line)) {
      // Version 2.1 folds where a space stands, so the space belongs to the text; later ones add it.
      if (this.#current) this.#append(this.#version.startsWith('2') ? ` ${line.trimStart()}` : line.slice(1));
      return;
    }
    if (line === '' || line.startsWith('#')) return;
    if (!/^[\w.-]+(?:;[^:]*)?:/.test(line)) {
      // What is no property continues a line that ends with a backslash, as some telephones break addresses.
      if (this.#current && this.#endsWithBackslash) this.#append(`n${line}`);
      return;
    }
    this.#closeLine();
    const heavy = HEAVY.exec(line);
    if (heavy) {
      this.#hasPhoto ||= PHOTO.test(line);
      return;
    }
    this.#current = [];
    this.#currentSize = 0;
    this.#append(line);
    this.#isTooLong ||= isCut;
    this.#isSoft = line.endsWith('=') && /^[^:]*QUOTED-PRINTABLE/i.test(line);
  }

  #append(text: string): void {
    const joined = this.#isSoft ? this.#current?.pop()?.replace(/=$/, '') : undefined;
    if (joined !== undefined) this.#current?.push(joined);
    this.#currentSize += text.length;
    if (this.#currentSize > LONGEST_LINE || this.#size + this.#currentSize > LONGEST_CARD)
      this.#isTooLong = true;
    else this.#current?.push(text);
    this.#endsWithBackslash = text.endsWith('\\') && !text.endsWith('\\\\');
  }

  #closeLine(): void {
    if (!this.#current) return;
    const parsed = parseCardLine(this.#current.join(''));
    this.#current = null;
    this.#isSoft = false;
    this.#size += this.#currentSize;
    if (!parsed) return;
    if (parsed.name === 'VERSION') this.#version = parsed.value.trim();
    if (this.#lines.length >= MOST_LINES) this.#isTooLong = true;
    else if (!isHeavyText(parsed)) this.#lines.push(parsed);
  }

  #finish(isTorn: boolean): void {
    this.#closeLine();
    this.#finished.push({
      lines: this.#lines,
      isTooLong: this.#isTooLong,
      isTorn,
      hasPhoto: this.#hasPhoto,
    });
    this.#lines = [];
    this.#isInside = false;
    this.#depth = 0;
    this.#size = 0;
    this.#isTooLong = false;
    this.#hasPhoto = false;
    this.#version = '';
  }
}

/** Bytes in a property that is no picture by its name. */
function isHeavyText(line: CardLine): boolean {
  return !isQuotedPrintable(line) && /^(?:BASE64|B)$/.test(line.params['ENCODING'] ?? '');
}
