/** The target that one column means beside its neighbours, by its heading. */
import type { ContentSigns } from './recognise-content.ts';
import type { Heading } from './recognise-heading.ts';
import type { ImportKind } from './targets.ts';

export interface Column extends Heading {
  readonly samples: readonly string[];
  readonly signs: ContentSigns;
}

export interface Facts {
  readonly as: ImportKind;
  readonly hasFirstName: boolean;
  readonly hasLastName: boolean;
  readonly hasJobTitle: boolean;
  readonly hasPrefix: boolean;
  readonly hasStreet: boolean;
  readonly hasTownOrPostcode: boolean;
  readonly hasFirmName: boolean;
  /** A person's name that is said to be one ("kontaktná osoba", "display name"). */
  readonly hasFullName: boolean;
}

/** Most of the samples. */
export const MOST = 0.6;

export function isFirmName(column: Column): boolean {
  const { noun, qualifiers } = column;
  if (noun === undefined) return qualifiers.has('company');
  return noun === 'name' && (qualifiers.has('company') || column.ofThing);
}

/** Key of the target, or undefined where the column is not taken. */
export function targetOf(column: Column, facts: Facts): string | undefined {
  const { noun, qualifiers } = column;
  const ofClient = qualifiers.has('company') || (facts.as === 'clients' && !qualifiers.has('person'));
  switch (noun) {
    case 'nothing':
    case 'value':
    case 'kind':
      return undefined;
    case undefined:
      if (qualifiers.has('company')) return saysNumber(column) ? undefined : 'client.name';
      return qualifiers.has('person') && !looksContactable(column) ? 'contact.fullName' : undefined;
    case 'name':
    case 'fullName':
      return nameTarget(column, facts);
    case 'title':
      return titleTarget(column, facts);
    case 'degree':
    case 'prefix':
      return 'contact.titlesBefore';
    case 'suffix':
      return 'contact.titlesAfter';
    case 'firstName':
    case 'middleName':
    case 'lastName':
      return `contact.${noun}`;
    case 'jobTitle':
    case 'department':
    case 'role':
    case 'stance':
    case 'endedOn':
      return `position.${noun}`;
    case 'email':
    case 'phone':
    case 'mobile':
    case 'fax':
      return reachTarget(column, ofClient);
    case 'web':
      return qualifiers.has('home') || column.isKind || isProfile(column) ? undefined : 'client.web';
    case 'address':
    case 'street':
    case 'houseNumber':
    case 'postcode':
    case 'town':
    case 'country':
      return placeTarget(column, facts);
    case 'ico':
    case 'dic':
    case 'icDph':
    case 'legalForm':
    case 'tier':
    case 'segment':
    case 'territory':
      return `client.${noun}`;
    case 'status':
      return qualifiers.has('person') && facts.as === 'clients' ? undefined : 'client.status';
    case 'terms':
      return 'client.termsBrief';
    case 'channel':
      return 'contact.preferredChannel';
    case 'language':
    case 'source':
    case 'notes':
      return ofClient ? `client.${noun}` : `contact.${noun}`;
  }
}

/** Addresses of people in social networks are no web of the firm. */
function isProfile(column: Column): boolean {
  return column.samples.some((sample) => /\/\/(?:\w+\.)?(?:linkedin|facebook|xing)\.com\//i.test(sample));
}

/** "Klient číslo" and "Company size" hold numbers, no names. */
function saysNumber(column: Column): boolean {
  return (
    column.signs.filled > 0 &&
    (column.signs.ico > MOST || column.signs.postcode > MOST || column.signs.phone > MOST)
  );
}

function looksContactable(column: Column): boolean {
  return column.signs.email > 0.3 || column.signs.phone > 0.3;
}

function nameTarget(column: Column, facts: Facts): string | undefined {
  if (isFirmName(column)) return 'client.name';
  if (column.noun === 'fullName') {
    // A register calls the firm's whole name "fullName"; the values and the absence of another firm name tell.
    if (
      facts.as === 'clients' &&
      !facts.hasFirmName &&
      !column.qualifiers.has('person') &&
      column.signs.person < MOST
    )
      return 'client.name';
    return facts.hasLastName ? undefined : 'contact.fullName';
  }
  if (column.qualifiers.has('person')) return facts.hasLastName ? undefined : 'contact.fullName';
  if (facts.as === 'clients')
    return facts.hasFirmName ? (facts.hasLastName ? undefined : 'contact.fullName') : 'client.name';
  if (facts.hasFirstName && facts.hasLastName) return undefined;
  if (facts.hasFirstName) return 'contact.lastName';
  if (facts.hasLastName) return 'contact.firstName';
  return facts.hasFullName ? undefined : 'contact.fullName';
}

function titleTarget(column: Column, facts: Facts): string {
  if (column.qualifiers.has('company') || column.qualifiers.has('person') || column.qualifiers.has('work'))
    return 'position.jobTitle';
  if (facts.hasJobTitle || column.signs.title > 0.5) return 'contact.titlesBefore';
  return column.signs.filled === 0 && !facts.hasPrefix ? 'contact.titlesBefore' : 'position.jobTitle';
}

function reachTarget(column: Column, ofClient: boolean): string {
  const { noun, qualifiers } = column;
  const base = noun === 'email' ? 'email' : 'phone';
  if (column.isKind) return `contact.${base}Kind`;
  // At the client, but of the person there.
  if (qualifiers.has('company') && qualifiers.has('work'))
    return base === 'email' ? 'position.workEmail' : 'position.workPhone';
  if (ofClient) return noun === 'fax' ? 'client.phone.fax' : `client.${base}`;
  if (noun === 'mobile' || noun === 'fax') return `contact.phone.${noun}`;
  if (qualifiers.has('work')) return `contact.${base}.work`;
  if (qualifiers.has('home')) return `contact.${base}.home`;
  return qualifiers.has('other') ? `contact.${base}.other` : `contact.${base}`;
}

function placeTarget(column: Column, facts: Facts): string | undefined {
  const { noun, qualifiers } = column;
  // Where people live is nobody's business here, and a kind of address is no address.
  if ((qualifiers.has('home') && noun !== 'houseNumber') || column.isKind) return undefined;
  if ((qualifiers.has('other') || qualifiers.has('again')) && !qualifiers.has('work')) return undefined;
  // "Číslo zákazníka" counts customers, not houses.
  if (noun === 'houseNumber' && qualifiers.has('company') && /^(?:cislo \w+|\w+ cislo)$/.test(column.words))
    return undefined;
  if (noun === 'houseNumber')
    return facts.hasStreet || facts.hasTownOrPostcode ? 'client.houseNumber' : undefined;
  if (noun !== 'address') return `client.${noun}`;
  if (facts.hasStreet) return undefined;
  return facts.hasTownOrPostcode ? 'client.street' : 'client.fullAddress';
}
