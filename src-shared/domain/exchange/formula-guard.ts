/**
 * Spreadsheets run a cell that begins like a formula. An apostrophe in front keeps it text; numbers and telephone
 * numbers with a plus or minus are none and stay untouched (OWASP, CSV injection).
 */
const FORMULA = /^(?:[=@\t\r]|[+-](?!\d))/;

export function guardFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
