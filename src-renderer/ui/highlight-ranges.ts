/** Where the words of a search stand in a text, blind to accents and case, as the search itself is. */
import { fold } from '#shared/domain/text/fold.ts';

export interface Piece {
  text: string;
  marked: boolean;
}

/** The text cut into marked and plain pieces. Short words mark only beginnings of words, as the index finds them. */
export function markPieces(text: string, search: string): Piece[] {
  const words = fold(search)
    .split(' ')
    .filter((word) => word !== '');
  const characters = [...text];
  const folded: string[] = [];
  /** For each character of the folded text, the character of the text that it came from. */
  const origin: number[] = [];
  characters.forEach((character, at) => {
    const plain = /\s/.test(character) ? ' ' : fold(character);
    for (const letter of plain) {
      folded.push(letter);
      origin.push(at);
    }
  });
  const line = folded.join('');
  const marked = new Set<number>();
  for (const word of words) {
    for (let at = line.indexOf(word); at !== -1; at = line.indexOf(word, at + 1)) {
      const begins = at === 0 || !/[\p{L}\p{N}]/u.test(line[at - 1] ?? '');
      if (word.length < 3 && !begins) continue;
      for (let step = 0; step < word.length; step += 1) marked.add(origin[at + step] ?? -1);
    }
  }
  const pieces: Piece[] = [];
  characters.forEach((character, at) => {
    const last = pieces.at(-1);
    if (last && last.marked === marked.has(at)) last.text += character;
    else pieces.push({ text: character, marked: marked.has(at) });
  });
  return pieces;
}
