/** A vCard file as a table: a column for everything that a card can say and a client base can take. */

export interface CardColumn {
  readonly key: string;
  /** How the file itself names it. */
  readonly header: string;
  /** Where it goes; null is not taken unless somebody says so. */
  readonly target: string | null;
}

function column(header: string, target: string | null, key: string = target ?? header): CardColumn {
  return { key, header, target };
}

export const CARD_COLUMNS: readonly CardColumn[] = [
  column('N (prefix)', 'contact.titlesBefore'),
  column('N (given)', 'contact.firstName'),
  column('N (additional)', 'contact.middleName'),
  column('N (family)', 'contact.lastName'),
  column('N (suffix)', 'contact.titlesAfter'),
  column('FN', 'contact.fullName'),
  column('ORG', 'client.name'),
  column('ORG (unit)', 'position.department'),
  column('TITLE', 'position.jobTitle'),
  column('TEL;CELL', 'contact.phone.mobile'),
  column('TEL;WORK', 'contact.phone.work'),
  column('TEL;HOME', 'contact.phone.home'),
  column('TEL;FAX', 'contact.phone.fax'),
  column('TEL;OTHER', 'contact.phone.other'),
  column('TEL', 'contact.phone'),
  column('EMAIL;WORK', 'contact.email.work'),
  column('EMAIL;HOME', 'contact.email.home'),
  column('EMAIL;OTHER', 'contact.email.other'),
  column('EMAIL', 'contact.email'),
  column('TEL (ORG)', 'position.workPhone'),
  column('EMAIL (ORG)', 'position.workEmail'),
  column('KIND:org TEL', 'client.phone'),
  column('KIND:org TEL;FAX', 'client.phone.fax'),
  column('KIND:org EMAIL', 'client.email'),
  column('ADR (street)', 'client.street'),
  column('ADR (postal code)', 'client.postcode'),
  column('ADR (locality)', 'client.town'),
  column('ADR (country)', 'client.country'),
  column('ADR', 'client.fullAddress'),
  column('URL', 'client.web'),
  column('NOTE', 'contact.notes'),
  column('KIND:org NOTE', 'client.notes'),
  column('BDAY', 'contact.notes', 'birthday'),
  column('ADR;HOME', null, 'homeAddress'),
  column('NICKNAME', null, 'nickname'),
  column('X', null, 'other'),
];

const NAME_COLUMNS = 6;

const AT: ReadonlyMap<string, number> = new Map(CARD_COLUMNS.map(({ key }, index) => [key, index]));

/** Between several values of one cell, as cells of address books write them. */
const BETWEEN = ' ::: ';

/** The cells of one row, filled by the keys of columns. */
export class CardCells {
  readonly cells: string[] = CARD_COLUMNS.map(() => '');

  set(key: string, value: string): void {
    this.cells[indexOf(key)] = value.trim();
  }

  /** One more value beside those that are there; texts go on a new line. */
  add(key: string, value: string, between = BETWEEN): void {
    const text = value.trim();
    if (text === '') return;
    const at = indexOf(key);
    const before = this.cells[at];
    this.cells[at] = before ? `${before}${between}${text}` : text;
  }

  /** A row of a further firm names its person too. */
  copyName(from: CardCells): void {
    for (const { key } of CARD_COLUMNS.slice(0, NAME_COLUMNS)) this.set(key, from.cells[indexOf(key)] ?? '');
  }
}

function indexOf(key: string): number {
  const at = AT.get(key);
  if (at === undefined) throw new Error(`no column ${key} in a card`);
  return at;
}
