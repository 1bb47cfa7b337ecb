const LONGEST = 60;

/** The first line of a text, cut at a word to 60 characters, to name the record it comes from. */
export function headOf(text: string): string {
  const line = text.trim().split(/[\r\n]/, 1)[0] ?? '';
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`;
}
