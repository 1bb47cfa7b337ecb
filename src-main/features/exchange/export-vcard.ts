/** People and firms as vCards. Version 3.0 names the newest firm of a person, version 4.0 all that are current. */
import type { Email, Phone } from '#shared/entities/field.ts';
import { cardText, type CardProperty, type CardVersion } from './card-writing.ts';
import type { CardRow } from './export-rows.ts';

type Place = Record<string, string | null>;
type CountryName = (code: unknown) => string;

const TEL_TYPES: Record<Phone['kind'], readonly string[]> = {
  mobile: ['cell', 'voice'],
  work: ['work', 'voice'],
  home: ['home', 'voice'],
  fax: ['work', 'fax'],
  other: ['other', 'voice'],
};
const EMAIL_TYPES: Record<Email['kind'], readonly string[]> = {
  work: ['work'],
  home: ['home'],
  other: ['other'],
};

/** One card with its line ends. */
export function cardOf(row: CardRow, countryName: CountryName, version: CardVersion = '3.0'): string {
  const { id, createdAt, person } = row;
  // Where somebody worked once is not where a telephone should look for them.
  const current = row.places.filter((place) => !place['ended_on']);
  const firms = current.filter((place) => place['name']).slice(0, version === '3.0' ? 1 : undefined);
  return cardText(version, [
    ...nameOf(person, version),
    ...reachOf(person['phones'], person['emails'], version),
    ...(version === '3.0'
      ? workReach(current, version)
      : firms.flatMap((place, at) =>
          reachOf(place['work_phones'], place['work_emails'], version, groupOf(version, at)),
        )),
    ...firms.flatMap((place, at) => firmOf(place, countryName, groupOf(version, at))),
    ...noteOf(person),
    ...identityOf(id, createdAt, version),
  ]);
}

/** The card of a firm; address books show it as one where name and firm are the same. */
export function firmCardOf(firm: Place, countryName: CountryName, version: CardVersion = '3.0'): string {
  const name = firm['name'] ?? '';
  return cardText(version, [
    version === '3.0'
      ? { name: 'X-ABShowAs', value: 'COMPANY' }
      : { name: 'KIND', value: 'org', isPlain: true },
    { name: 'N', value: [version === '3.0' ? name : '', '', '', '', ''] },
    { name: 'FN', value: name },
    { name: 'ORG', value: [name] },
    ...reachOf(firm['phones'], firm['emails'], version),
    ...addressOf(firm, countryName),
    ...noteOf(firm),
    ...identityOf(String(firm['id']), Number(firm['created_at']), version),
  ]);
}

/** Old programs do not read grouped properties, so only 4.0 has groups. */
function groupOf(version: CardVersion, at: number): string | undefined {
  return version === '3.0' ? undefined : `item${at + 1}`;
}

function nameOf(person: Place, version: CardVersion): CardProperty[] {
  const text = (field: string) => person[field] ?? '';
  const [first, last] = [text('first_name'), text('last_name')];
  const [before, after] = [text('titles_before'), text('titles_after')];
  const full = [[before, first, last].filter(Boolean).join(' '), after].filter(Boolean).join(', ');
  return [
    ...(version === '4.0' ? [{ name: 'KIND', value: 'individual', isPlain: true }] : []),
    { name: 'N', value: [last, first, '', before, after] },
    { name: 'FN', value: full },
  ];
}

function firmOf(place: Place, countryName: CountryName, group: string | undefined): CardProperty[] {
  const properties: CardProperty[] = [
    {
      name: 'ORG',
      value: place['department'] ? [place['name'] ?? '', place['department']] : [place['name'] ?? ''],
    },
  ];
  if (place['job_title']) properties.push({ name: 'TITLE', value: place['job_title'] });
  return [...properties, ...addressOf(place, countryName)].map((property) => ({ ...property, group }));
}

function addressOf(place: Place, countryName: CountryName): CardProperty[] {
  const text = (field: string) => place[field] ?? '';
  const properties: CardProperty[] = [];
  if (place['street'] || place['town'] || place['postcode'])
    properties.push({
      name: 'ADR',
      types: ['work'],
      value: ['', '', text('street'), text('town'), '', text('postcode'), countryName(place['country'])],
    });
  if (place['web']) properties.push({ name: 'URL', types: ['work'], value: place['web'], isPlain: true });
  return properties;
}

function workReach(places: readonly Place[], version: CardVersion): CardProperty[] {
  return places.flatMap((place) => reachOf(place['work_phones'], place['work_emails'], version));
}

function reachOf(
  phones: string | null | undefined,
  emails: string | null | undefined,
  version: CardVersion,
  group?: string,
): CardProperty[] {
  return [
    ...distinct(listOf<Phone>(phones)).map((phone) => ({ ...telOf(phone, version), group })),
    ...distinct(listOf<Email>(emails)).map(
      ({ value, kind }): CardProperty => ({
        name: 'EMAIL',
        types: version === '3.0' ? ['internet', ...EMAIL_TYPES[kind]] : EMAIL_TYPES[kind],
        value,
        group,
      }),
    ),
  ];
}

/** A number as a URI where it is one (RFC 3966), else as it was written. */
function telOf({ value, kind }: Phone, version: CardVersion): CardProperty {
  const types = TEL_TYPES[kind];
  if (version === '4.0' && /^\+\d+(?:;ext=\d+)?$/.test(value))
    return { name: 'TEL', types, params: 'VALUE=uri', value: `tel:${value}`, isPlain: true };
  return { name: 'TEL', types, value: value.replace(';ext=', ' ext. ') };
}

function noteOf(record: Place): CardProperty[] {
  return record['notes'] ? [{ name: 'NOTE', value: record['notes'] }] : [];
}

function identityOf(id: string, createdAt: number, version: CardVersion): CardProperty[] {
  const instant = new Date(createdAt).toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    version === '4.0'
      ? { name: 'UID', value: `urn:uuid:${id}`, isPlain: true }
      : { name: 'UID', value: id, isPlain: true },
    { name: 'REV', value: version === '4.0' ? instant.replace(/[-:]/g, '') : instant, isPlain: true },
  ];
}

function distinct<T extends { value: string }>(elements: readonly T[]): T[] {
  return elements.filter(
    (element, at) => elements.findIndex((other) => other.value === element.value) === at,
  );
}

function listOf<T>(value: string | null | undefined): T[] {
  return value ? (JSON.parse(value) as T[]) : [];
}
