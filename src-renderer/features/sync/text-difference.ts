/** Which words of a text another version of it does not have. */
export interface Piece {
  text: string;
  /** Not in the other version at this place. */
  marked: boolean;
}

/** Above this many comparisons the differing middle is marked as a whole: the screen must not wait. */
const MOST_COMPARISONS = 400_000;

/** The text in pieces whose concatenation is the text; compared by words and signs, whatever blanks are between them. */
export function differingPieces(text: string, other: string): Piece[] {
  const tokens = tokensOf(text);
  const places = tokens.flatMap((token, at) => (isBlank(token) ? [] : [at]));
  const words = places.map((at) => tokens[at] ?? '');
  const others = tokensOf(other).filter((token) => !isBlank(token));
  let start = 0;
  while (start < Math.min(words.length, others.length) && words[start] === others[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(words.length, others.length) - start &&
    words[words.length - 1 - end] === others[others.length - 1 - end]
  )
    end += 1;
  const middle = words.slice(start, words.length - end);
  const kept = commonWords(middle, others.slice(start, others.length - end));
  const marked = new Set(middle.flatMap((_, at) => (kept.has(at) ? [] : [places[start + at] ?? -1])));
  // A blank belongs to what is marked only where it stands within it.
  const isMarked = (at: number) =>
    isBlank(tokens[at] ?? '') ? marked.has(at - 1) && marked.has(at + 1) : marked.has(at);
  return join(tokens.map((token, at) => ({ text: token, marked: isMarked(at) })));
}

function tokensOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

function isBlank(token: string): boolean {
  return /^\s/.test(token);
}

/** Places in `words` of a longest common subsequence with `others`. */
function commonWords(words: readonly string[], others: readonly string[]): Set<number> {
  const kept = new Set<number>();
  if (words.length * others.length > MOST_COMPARISONS) return kept;
  const width = others.length + 1;
  const longest = new Uint32Array((words.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = words.length - 1; i >= 0; i -= 1) {
    for (let j = others.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        words[i] === others[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < words.length && j < others.length; ) {
    if (words[i] === others[j]) {
      kept.add(i);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}

function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.marked === piece.marked) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}
