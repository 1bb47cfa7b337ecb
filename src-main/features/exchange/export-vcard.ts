/** Contacts as vCard 3.0 (RFC 2426), which every telephone and address book reads. */
import ICAL from 'ical.js';
import type { Email, Phone } from '#shared/entities/field.ts';
import type { CardRow } from './export-rows.ts';

type Property = [string, Record<string, string | string[]>, string, ...(string | string[])[]];

const TEL_TYPES: Record<Phone['kind'], string[]> = {
  mobile: ['CELL', 'VOICE'],
  work: ['WORK', 'VOICE'],
  home: ['HOME', 'VOICE'],
  fax: ['WORK', 'FAX'],
  other: ['VOICE'],
};
const EMAIL_TYPES: Record<Email['kind'], string[]> = {
  work: ['INTERNET', 'WORK'],
  home: ['INTERNET', 'HOME'],
  other: ['INTERNET'],
};
const LONGEST_LINE = 75;

type CountryName = (code: unknown) => string;

/** One card with its line ends. The newest current place gives firm, title and address. */
export function cardOf(row: CardRow, countryName: CountryName): string {
  return cardText(propertiesOf(row, countryName));
}

/** The card of a firm; address books show it as one where name and firm are the same. */
export function firmCardOf(firm: Record<string, string | null>, countryName: CountryName): string {
  const name = firm['name'] ?? '';
  const properties: Property[] = [
    ['n', {}, 'text', [name, '', '', '', '']],
    ['fn', {}, 'text', name],
    ['org', {}, 'text', [name]],
    ...reachOf(listOf<Phone>(firm['phones']), listOf<Email>(firm['emails'])),
    ...placeOf(firm, countryName),
  ];
  if (firm['notes']) properties.push(['note', {}, 'text', firm['notes']]);
  return cardText([...properties, ...identityOf(String(firm['id']), Number(firm['created_at']))]);
}

function cardText(properties: readonly Property[]): string {
  return `${['BEGIN:VCARD', 'VERSION:3.0', ...properties.map(write), 'END:VCARD'].map(foldLine).join('\r\n')}\r\n`;
}

function propertiesOf({ id, createdAt, person, places }: CardRow, countryName: CountryName): Property[] {
  const [place] = places;
  const text = (value: string | null | undefined) => value ?? '';
  const { first_name: first, last_name: last, titles_before: before, titles_after: after } = person;
  const full = [[before, first, last].filter(Boolean).join(' '), after].filter(Boolean).join(', ');
  const properties: Property[] = [
    ['n', {}, 'text', [text(last), text(first), '', text(before), text(after)]],
    ['fn', {}, 'text', full],
  ];
  if (place?.['name'])
    properties.push([
      'org',
      {},
      'text',
      place['department'] ? [place['name'], place['department']] : [place['name']],
    ]);
  if (place?.['job_title']) properties.push(['title', {}, 'text', place['job_title']]);
  const phones = [
    ...listOf<Phone>(person['phones']),
    ...places.flatMap((at) => listOf<Phone>(at['work_phones'])),
  ];
  const emails = [
    ...listOf<Email>(person['emails']),
    ...places.flatMap((at) => listOf<Email>(at['work_emails'])),
  ];
  properties.push(...reachOf(phones, emails), ...(place ? placeOf(place, countryName) : []));
  if (person['notes']) properties.push(['note', {}, 'text', person['notes']]);
  return [...properties, ...identityOf(id, createdAt)];
}

function reachOf(phones: readonly Phone[], emails: readonly Email[]): Property[] {
  return [
    ...distinct(phones).map(
      ({ value, kind }): Property => [
        'tel',
        { type: TEL_TYPES[kind] },
        'phone-number',
        value.replace(';ext=', ' ext. '),
      ],
    ),
    ...distinct(emails).map(
      ({ value, kind }): Property => ['email', { type: EMAIL_TYPES[kind] }, 'text', value],
    ),
  ];
}

function placeOf(place: Record<string, string | null>, countryName: CountryName): Property[] {
  const text = (field: string) => place[field] ?? '';
  const properties: Property[] = [];
  if (place['street'] || place['town'] || place['postcode']) {
    properties.push([
      'adr',
      { type: ['WORK'] },
      'text',
      ['', '', text('street'), text('town'), '', text('postcode'), countryName(place['country'])],
    ]);
  }
  if (place['web']) properties.push(['url', { type: ['WORK'] }, 'uri', place['web']]);
  return properties;
}

function identityOf(id: string, createdAt: number): Property[] {
  return [
    ['uid', {}, 'text', id],
    ['rev', {}, 'date-time', new Date(createdAt).toISOString().replace(/\.\d+Z$/, 'Z')],
  ];
}

/** ical.js escapes by its vCard 3 design; it folds a continued line one octet too late, so that is done here. */
function write(property: Property): string {
  return ICAL.stringify.property(property, ICAL.design.vcard3, true);
}

/** At most 75 octets a line without its end, never inside a character (RFC 2425, section 5.8.1). */
function foldLine(line: string): string {
  if (line.length * 3 <= LONGEST_LINE || Buffer.byteLength(line) <= LONGEST_LINE) return line;
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > LONGEST_LINE) {
      pieces.push(piece);
      piece = ' ';
      bytes = 1;
    }
    piece += letter;
    bytes += size;
  }
  return [...pieces, piece].join('\r\n');
}

function distinct<T extends { value: string }>(elements: readonly T[]): T[] {
  return elements.filter(
    (element, at) => elements.findIndex((other) => other.value === element.value) === at,
  );
}

function listOf<T>(value: string | null | undefined): T[] {
  return value ? (JSON.parse(value) as T[]) : [];
}
