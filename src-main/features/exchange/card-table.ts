/** A file of vCards as a table: one line for each firm of each card, columns known beforehand. */
import { CARD_COLUMNS } from '#shared/domain/exchange/cards/card-columns.ts';
import { readCard } from '#shared/domain/exchange/cards/read-card.ts';
import type { ReadingOptions, RowProblem } from '#shared/contract/exchange.ts';
import { type ByteSource, piecesOf } from './byte-source.ts';
import { cardsIn, type RawCard } from './card-lines.ts';
import { cardDecoder } from './card-text.ts';
import { decoderOf, isEncodingKnown, scanText } from './encoding.ts';
import { FileRefused } from './file-refused.ts';
import type { OpenTable } from './open-table.ts';

/** The cells of one line with where they come from. */
export interface CardLineCells extends Array<string> {
  /** Number of the card in its file, 1 is the first. */
  card?: number;
  /** A further firm of the person of the line before. */
  isMore?: boolean;
  problems?: RowProblem[];
}

/** Lines looked at before anybody chooses. */
const FIRST_CARDS = 1000;

export async function openCards(source: ByteSource, options: ReadingOptions): Promise<OpenTable> {
  const scan = scanText(source);
  const encoding = options.encoding ?? scan.encoding;
  if (!isEncodingKnown(encoding)) throw new FileRefused('encodingUnknown', { encoding });
  const isWide = /^utf-?16/i.test(encoding);
  const pieces = () => binaryPieces(source, isWide ? { encoding, skip: scan.skip } : null);
  const decode = cardDecoder(isWide || scan.isPlain ? null : encoding);
  const read = async function* () {
    let card = 0;
    for (const batch of cardsIn(pieces())) {
      const lines = batch.flatMap((raw) => linesOf(raw, (card += 1)));
      yield lines;
    }
  };
  const linesOf = (raw: RawCard, card: number): CardLineCells[] => {
    const rows: CardLineCells[] = readCard(raw.lines, decode);
    const problems: RowProblem[] = [
      ...(raw.isTooLong ? ['rowTooLong' as const] : []),
      ...(raw.isTorn ? ['cardNotEnded' as const] : []),
      ...(raw.hasPhoto ? ['photoNotTaken' as const] : []),
    ];
    if (rows.length === 0 && raw.isTooLong) rows.push(CARD_COLUMNS.map(() => ''));
    for (const [at, row] of rows.entries())
      Object.assign(row, { card, isMore: at > 0, problems: at === 0 ? problems : [] });
    return rows;
  };
  const lines = await firstCards(read);
  if (lines.length === 0) throw new FileRefused('noCards');
  const rows = countCards(pieces());
  return {
    format: 'vcard',
    encoding,
    likelierEncoding: null,
    delimiter: null,
    sheet: null,
    sheets: [],
    shape: { headerRow: 0, dataRow: 1 },
    lines,
    rows,
    rowsEstimated: false,
    known: { as: mostlyFirms(lines) ? 'clients' : 'contacts', columns: CARD_COLUMNS },
    read,
  };
}

async function firstCards(read: () => AsyncIterable<CardLineCells[]>): Promise<CardLineCells[]> {
  const lines: CardLineCells[] = [];
  for await (const batch of read()) {
    lines.push(...batch.slice(0, FIRST_CARDS - lines.length));
    if (lines.length >= FIRST_CARDS) break;
  }
  return lines;
}

function mostlyFirms(lines: readonly (readonly string[])[]): boolean {
  const names = CARD_COLUMNS.flatMap(({ key }, at) =>
    ['contact.lastName', 'contact.firstName', 'contact.fullName'].includes(key) ? [at] : [],
  );
  const firms = lines.filter((line) => names.every((at) => line[at] === ''));
  return firms.length * 2 > lines.length;
}

function countCards(pieces: Iterable<string>): number {
  let count = 0;
  let tail = '';
  for (const piece of pieces) {
    count += (tail + piece).match(/BEGIN:VCARD/gi)?.length ?? 0;
    // A word torn between two pieces is counted once, with the second.
    tail = piece.slice(-10);
  }
  return count;
}

/** Bytes as characters; UTF-16 is made UTF-8 first, so that every line ends alike. */
function* binaryPieces(
  source: ByteSource,
  wide: { encoding: string; skip: number } | null,
): Generator<string, void, undefined> {
  if (!wide) {
    for (const piece of piecesOf(source)) yield piece.toString('latin1');
    return;
  }
  const decoder = decoderOf(wide.encoding);
  for (const piece of piecesOf(source, wide.skip)) yield Buffer.from(decoder.write(piece)).toString('latin1');
  yield Buffer.from(decoder.end()).toString('latin1');
}
