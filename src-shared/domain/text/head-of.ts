const LONGEST = 60;

/** The first line of a text, cut between words to 60 characters, to name the record it comes from. */
export function headOf(text: string): string {
  const line = [...(text.trim().split(/[\r\n]/, 1)[0] ?? '')];
  if (line.length <= LONGEST) return line.join('');
  const cut = line.slice(0, LONGEST).join('');
  const space = cut.lastIndexOf(' ');
  return `${space >= LONGEST / 2 ? cut.slice(0, space) : cut}…`;
}
