/** The list that a round of the torture imports. */
export const IMPORT_ROWS = 1500;

/** Names of an import's people and firms carry the round, so that both can be asked for. */
export function importWord(round: number): string {
  return `kolo${String(round).padStart(4, '0')}`;
}

export function listOf(round: number): string {
  const word = importWord(round);
  const rows = Array.from(
    { length: IMPORT_ROWS },
    (_, at) =>
      `Ján;Načítaný ${word} ${at};${word} firma ${at % 10};jan.${word}.${at}@firma.example;+42190${5_000_000 + at}`,
  );
  return `Meno;Priezvisko;Firma;E-mail;Mobil\n${rows.join('\n')}\n`;
}
