/**
 * One card as rows of the table of cards: a row for each firm of the person, the first with everything that is the
 * person's own. Cards of firms (as address books mark them, or whose name is the firm's) have a firm only.
 */
import { fold } from '../../text/fold.ts';
import { CardCells } from './card-columns.ts';
import { type CardLine, isQuotedPrintable, splitParts, unescapeText, unquotePrintable } from './card-line.ts';
import { birthdayText, emailKey, phoneKey, phoneText } from './card-reach.ts';

/** Text of bytes (one character each); `charset` is what the card says about them. */
export type DecodeText = (binary: string, charset: string | undefined) => string;

interface Property extends Omit<CardLine, 'value'> {
  /** Decoded, still escaped. */
  readonly value: string;
}

/** What no client base keeps, or what another property says better. */
const PASSED =
  /^(?:VERSION|PRODID|REV|UID|PHOTO|LOGO|SOUND|KEY|AGENT|LABEL|SORT-STRING|SOURCE|NAME|PROFILE|CLASS|MAILER|GEO|TZ|KIND|LANG|GENDER|X-AB.*|X-PHONETIC.*|X-MS-OL-.*|X-ANDROID-CUSTOM|X-EVOLUTION-FILE-AS|X-VIZITKA-.*|X-GN|X-GNO|X-REDUCTION|X-CLASS|X-IRMC.*|X-ACCOUNT|X-GROUP-MEMBERSHIP|CLIENTPIDMAP|N|FN|ORG|TITLE|ROLE|TEL|EMAIL|ADR|URL|NOTE|BDAY|NICKNAME|BEGIN|END)$/;

/** Rows of cells, the first of them the person's own. Empty for a card that says nothing. */
export function readCard(lines: readonly CardLine[], decode: DecodeText): string[][] {
  const properties = lines.map((line): Property => ({ ...line, value: valueOf(line, decode) }));
  const card = new Card(properties);
  return card.rows();
}

function valueOf(line: CardLine, decode: DecodeText): string {
  const bytes = isQuotedPrintable(line) ? unquotePrintable(line.value) : line.value;
  return decode(bytes, line.params['CHARSET']);
}

interface Firm {
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly cells: CardCells;
}

class Card {
  readonly #properties: readonly Property[];
  readonly #person = new CardCells();
  readonly #firms: Firm[];

  constructor(properties: readonly Property[]) {
    this.#properties = properties;
    this.#firms = this.#all('ORG').flatMap((org, at): Firm[] => {
      const [name = '', ...units] = partsOf(org);
      const unit = units.filter(Boolean).join(', ');
      if (name === '' && unit === '') return [];
      const cells = at === 0 ? this.#person : new CardCells();
      return [{ group: org.group, name: name || unit, unit: name ? unit : '', cells }];
    });
  }

  rows(): string[][] {
    const asFirm = this.#isFirm();
    if (asFirm) this.#takeFirmName();
    else {
      this.#takeName();
      this.#takePlaces();
    }
    this.#takeReach(asFirm);
    this.#takeAddresses();
    this.#takeTexts(asFirm);
    const more = asFirm ? [] : this.#firms.slice(1).map(({ cells }) => cells);
    for (const cells of more) cells.copyName(this.#person);
    const rows = [this.#person, ...more];
    return rows.map(({ cells }) => cells).filter((cells) => cells.some((cell) => cell !== ''));
  }

  #all(name: string): Property[] {
    return this.#properties.filter((property) => property.name === name && property.value.trim() !== '');
  }

  #first(name: string): Property | undefined {
    return this.#all(name)[0];
  }

  /** The label that telephones write beside a value: `item1.X-ABLabel:_$!<Work>!$_`. */
  #labelOf({ group }: Property): string {
    if (group === '') return '';
    const label = this.#properties.find(
      (property) => property.group === group && property.name === 'X-ABLABEL',
    );
    return label ? unescapeText(label.value).replace(/^_\$!<(.*)>!\$_$/, '$1') : '';
  }

  #isOurs(): boolean {
    return this.#first('PRODID')?.value.includes('Vizitka') ?? false;
  }

  /** Marked as one, or named as its own firm, or without any name of a person. */
  #isFirm(): boolean {
    const kind = this.#first('KIND')?.value ?? this.#first('X-ADDRESSBOOKSERVER-KIND')?.value ?? '';
    if (/^org/i.test(kind)) return true;
    if (/company/i.test(this.#first('X-ABSHOWAS')?.value ?? '')) return true;
    // A sole trader's firm is called as its owner; a card that says what it is is believed.
    if (/^individual/i.test(kind) || this.#isOurs()) return false;
    const full = textOf(this.#first('FN'));
    const parts = partsOf(this.#first('N'));
    const [firm] = this.#firms;
    if (!firm) return false;
    const named = [...parts].filter(Boolean);
    if (full === '' && named.length === 0) return true;
    return (
      (full === '' || fold(full) === fold(firm.name)) &&
      (named.length === 0 || (named.length === 1 && fold(named[0] as string) === fold(firm.name)))
    );
  }

  #takeFirmName(): void {
    const name = this.#firms[0]?.name || textOf(this.#first('FN')) || partsOf(this.#first('N'))[0] || '';
    this.#person.set('client.name', name);
  }

  #takeName(): void {
    const [family = '', given = '', middle = '', before = '', after = ''] = partsOf(this.#first('N'));
    const full = textOf(this.#first('FN'));
    const only = family === '' ? given : given === '' ? family : '';
    const isAlone = only !== '' && !middle && !before && !after && /\s/.test(full) && full.includes(only);
    // A whole name in one part of N is parted as any name is; cards of our own say what they mean.
    if ((only === '' && family === '') || (isAlone && !this.#isOurs()))
      this.#person.set('contact.fullName', full);
    else {
      this.#person.set('contact.lastName', family);
      this.#person.set('contact.firstName', given);
      this.#person.set('contact.middleName', middle);
      this.#person.set('contact.titlesBefore', before);
      this.#person.set('contact.titlesAfter', after);
    }
  }

  /** Job titles go with the firm of their group, else with the firm in the same place of the order. */
  #takePlaces(): void {
    for (const firm of this.#firms) {
      firm.cells.set('client.name', firm.name);
      firm.cells.set('position.department', firm.unit);
    }
    const titles = this.#all('TITLE').length > 0 ? this.#all('TITLE') : this.#all('ROLE');
    for (const [at, title] of titles.entries()) {
      const firm = this.#firmOf(title) ?? this.#firms[Math.min(at, this.#firms.length - 1)];
      const cells = firm?.cells ?? this.#person;
      cells.add('position.jobTitle', textOf(title), ', ');
    }
  }

  #firmOf({ group }: Property): Firm | undefined {
    return group === '' ? undefined : this.#firms.find((firm) => firm.group === group);
  }

  #takeReach(asFirm: boolean): void {
    for (const phone of byPreference(this.#all('TEL'))) {
      const text = phoneText(unescapeText(phone.value));
      const key = phoneKey(phone.types, this.#labelOf(phone));
      const firm = asFirm ? undefined : this.#firmOf(phone);
      if (asFirm) this.#person.add(key === 'contact.phone.fax' ? 'client.phone.fax' : 'client.phone', text);
      else if (firm) firm.cells.add('position.workPhone', text);
      else this.#person.add(key, text);
    }
    for (const email of byPreference(this.#all('EMAIL'))) {
      const text = unescapeText(email.value).replace(/^mailto:/i, '');
      const firm = asFirm ? undefined : this.#firmOf(email);
      if (asFirm) this.#person.add('client.email', text);
      else if (firm) firm.cells.add('position.workEmail', text);
      else this.#person.add(emailKey(email.types, this.#labelOf(email)), text);
    }
  }

  /** One address for each firm; those at home are nobody's business unless somebody asks for them. */
  #takeAddresses(): void {
    const placed = new Set<CardCells>();
    const isHome = (property: Property) =>
      property.types.includes('home') || /^(?:home|domov|priv)/i.test(this.#labelOf(property));
    const addresses = this.#all('ADR').toSorted(
      (a, b) => Number(b.types.includes('work')) - Number(a.types.includes('work')),
    );
    for (const address of addresses) {
      const firm = this.#firmOf(address);
      const cells = firm?.cells ?? this.#person;
      const parts = partsOf(address);
      if (isHome(address) || placed.has(cells)) {
        this.#person.add('homeAddress', parts.filter(Boolean).join(', '), '\n');
        continue;
      }
      if (!parts.some(Boolean)) continue;
      placed.add(cells);
      writeAddress(cells, parts, this.#isOurs());
    }
    for (const url of this.#all('URL')) {
      const cells = this.#firmOf(url)?.cells ?? this.#person;
      const isOwn = url.types.includes('home') || /^(?:home$|profile)/i.test(this.#labelOf(url));
      if (isOwn) this.#person.add('other', `URL: ${unescapeText(url.value)}`, '\n');
      else cells.add('client.web', unescapeText(url.value));
    }
  }

  #takeTexts(asFirm: boolean): void {
    for (const note of this.#all('NOTE'))
      this.#person.add(asFirm ? 'client.notes' : 'contact.notes', textOf(note), '\n');
    const birthday = this.#first('BDAY');
    if (birthday) this.#person.set('birthday', birthdayText(unescapeText(birthday.value)));
    for (const name of this.#all('NICKNAME')) this.#person.add('nickname', textOf(name), ', ');
    for (const { name, value } of this.#properties)
      if (!PASSED.test(name) && value.trim() !== '')
        this.#person.add('other', `${name}: ${unescapeText(value)}`, '\n');
  }
}

/**
 * PO box, extension and street are one line for us; an address written into one part is read as one text, but for
 * our own cards, which part it.
 */
function writeAddress(cells: CardCells, parts: readonly string[], isOurs: boolean): void {
  const [box = '', extension = '', street = '', town = '', , postcode = '', country = ''] = parts;
  const line = [street, extension, box].filter(Boolean).join(', ');
  if (!isOurs && town === '' && postcode === '' && /[,\n]/.test(line)) cells.set('client.fullAddress', line);
  else {
    cells.set('client.street', line);
    cells.set('client.town', town);
    cells.set('client.postcode', postcode);
  }
  cells.set('client.country', country);
}

/** Components of a structured value; a component that is a list reads as people write it. */
function partsOf(property: Property | undefined): string[] {
  if (!property) return [];
  const isName = property.name === 'N';
  return splitParts(property.value).map((part, at) => {
    // Several given names stand side by side, several degrees behind a name are a list.
    const text = isName ? splitParts(part, ',').join(at === 4 ? ', ' : ' ') : part;
    return unescapeText(text)
      .replace(/\s+,/g, ',')
      .replace(/,\s{2,}/g, ', ')
      .trim();
  });
}

function textOf(property: Property | undefined): string {
  return property ? unescapeText(property.value).trim() : '';
}

/** The preferred one first: `TYPE=pref` and `PREF=1` say so. */
function byPreference(properties: readonly Property[]): Property[] {
  const rank = ({ types, params }: Property) =>
    params['PREF'] ? Number(params['PREF']) || 100 : types.includes('pref') ? 1 : 101;
  return properties.toSorted((a, b) => rank(a) - rank(b));
}
