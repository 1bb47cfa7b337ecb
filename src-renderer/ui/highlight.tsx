/** A text with the searched words marked in it. */
import { markPieces } from './highlight-ranges.ts';

export function Highlight({ text, search }: { text: string; search: string }) {
  return (
    <>
      {markPieces(text, search).map((piece, at) => {
        return piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>;
      })}
    </>
  );
}
