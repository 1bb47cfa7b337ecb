/**
 * The columns that an export offers. Their headings are the names of the import's targets, so that a file of ours can
 * be read back without a word; the values are the text that people read.
 */
import type { ExportKind } from '#shared/contract/exchange.ts';
import type { Email, Phone } from '#shared/entities/field.ts';
import { type Language, catalogues } from '#shared/i18n/index.ts';

export interface ExportColumn {
  readonly key: string;
  /** Column of the base that it reads. */
  readonly from: string;
  /** How a stored value becomes text. */
  readonly show: 'text' | 'phones' | 'firstEmail' | 'otherEmails' | 'emails' | 'choice' | 'country';
  /** Kind of telephone that the column holds; all of them when left out. */
  readonly kind?: Phone['kind'];
  /** Width in characters, for workbooks. */
  readonly width: number;
}

function column(
  key: string,
  width: number,
  from: string,
  show: ExportColumn['show'] = 'text',
  kind?: Phone['kind'],
): ExportColumn {
  return { key, from, show, width, kind };
}

const PERSON: readonly ExportColumn[] = [
  column('contact.titlesBefore', 12, 'contact.titles_before'),
  column('contact.firstName', 16, 'contact.first_name'),
  column('contact.lastName', 20, 'contact.last_name'),
  column('contact.titlesAfter', 10, 'contact.titles_after'),
  column('position.jobTitle', 24, 'position.job_title'),
  column('position.department', 18, 'position.department'),
  column('contact.phone.mobile', 20, 'contact.phones', 'phones', 'mobile'),
  column('contact.phone.work', 20, 'contact.phones', 'phones', 'work'),
  column('contact.phone.home', 20, 'contact.phones', 'phones', 'home'),
  column('contact.phone.other', 20, 'contact.phones', 'phones', 'other'),
  column('contact.phone.fax', 20, 'contact.phones', 'phones', 'fax'),
  column('contact.email', 30, 'contact.emails', 'firstEmail'),
  column('contact.email.other', 30, 'contact.emails', 'otherEmails'),
  column('position.workPhone', 20, 'position.work_phones', 'phones'),
  column('position.workEmail', 30, 'position.work_emails', 'emails'),
  column('position.role', 16, 'position.role', 'choice'),
  column('position.stance', 12, 'position.stance', 'choice'),
  column('position.endedOn', 12, 'position.ended_on'),
  column('contact.language', 12, 'contact.language', 'choice'),
  column('contact.preferredChannel', 12, 'contact.preferred_channel', 'choice'),
  column('contact.source', 16, 'contact.source'),
  column('contact.notes', 40, 'contact.notes'),
];

const FIRM: readonly ExportColumn[] = [
  column('client.name', 34, 'client.name'),
  column('client.legalForm', 22, 'client.legal_form'),
  column('client.ico', 12, 'client.ico'),
  column('client.dic', 13, 'client.dic'),
  column('client.icDph', 15, 'client.ic_dph'),
  column('client.status', 12, 'client.status', 'choice'),
  column('client.tier', 10, 'client.tier', 'choice'),
  column('client.segment', 18, 'client.segment'),
  column('client.source', 18, 'client.source'),
  column('client.owner', 18, 'member.name'),
  column('client.territory', 16, 'client.territory'),
  column('client.street', 28, 'client.street'),
  column('client.postcode', 9, 'client.postcode'),
  column('client.town', 20, 'client.town'),
  column('client.country', 16, 'client.country', 'country'),
  column('client.web', 28, 'client.web'),
  column('client.phone', 20, 'client.phones', 'phones'),
  column('client.email', 30, 'client.emails', 'emails'),
  column('client.language', 12, 'client.language', 'choice'),
  column('client.termsBrief', 40, 'client.terms_brief'),
  column('client.notes', 40, 'client.notes'),
];

export function columnsFor(what: ExportKind, keys?: readonly string[]): ExportColumn[] {
  const offered = what === 'contacts' ? [...PERSON, ...FIRM] : [...FIRM];
  if (!keys) return offered;
  return keys.flatMap((key) => offered.find((candidate) => candidate.key === key) ?? []);
}

export function headingOf(column: ExportColumn, language: Language): string {
  if (column.key === 'client.owner') return catalogues[language].fields.client.owner;
  const targets = catalogues[language].exchange.targets as Record<string, string>;
  return targets[column.key.replaceAll('.', '_')] ?? column.key;
}

export interface CellStyle {
  readonly language: Language;
  /** Telephone numbers in groups, so that a spreadsheet that reads CSV leaves them alone. */
  readonly groupsPhones: boolean;
}

/** A function that makes the text of one stored value, `''` for none. */
export function shower(column: ExportColumn, style: CellStyle): (value: unknown) => string {
  switch (column.show) {
    case 'text':
      return (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
    case 'choice':
      return choiceShower(column.key, style.language);
    case 'country':
      return countryShower(style.language);
    case 'phones':
      return (value) =>
        listOf<Phone>(value)
          .filter((phone) => column.kind === undefined || phone.kind === column.kind)
          .map((phone) => showPhone(phone.value, style.groupsPhones))
          .join(', ');
    case 'emails':
      return (value) => addresses(value).join(', ');
    case 'firstEmail':
      return (value) => addresses(value)[0] ?? '';
    case 'otherEmails':
      return (value) => addresses(value).slice(1).join(', ');
  }
}

function choiceShower(key: string, language: Language): (value: unknown) => string {
  const [entity = '', field = ''] = key.split('.');
  const names =
    (catalogues[language].choices as unknown as Record<string, Record<string, Record<string, string>>>)[
      entity
    ]?.[field] ?? {};
  return (value) => (typeof value === 'string' ? (names[value] ?? value) : '');
}

function countryShower(language: Language): (value: unknown) => string {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const known = new Map<string, string>();
  return (value) => {
    if (typeof value !== 'string' || value === '') return '';
    const cached = known.get(value);
    if (cached !== undefined) return cached;
    const name = /^[A-Z]{2}$/.test(value) ? (names.of(value) ?? value) : value;
    known.set(value, name);
    return name;
  };
}

/** Columns that read the same list stand side by side, so the list read last is mostly the one asked for. */
const lastRead: { text: string; list: unknown[] } = { text: '', list: [] };

function listOf<T>(value: unknown): readonly T[] {
  if (typeof value !== 'string' || value === '') return [];
  if (value !== lastRead.text) {
    lastRead.list = JSON.parse(value) as unknown[];
    lastRead.text = value;
  }
  return lastRead.list as T[];
}

function addresses(value: unknown): string[] {
  return listOf<Email>(value).map((email) => email.value);
}

// Lengths of calling codes (ITU-T E.164): one digit, two digits, all others three.
const TWO_DIGITS = /^(?:20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** "+421905123456" → "+421 905 123 456"; the extension of RFC 3966 becomes "ext. 12". */
function showPhone(value: string, isGrouped: boolean): string {
  const [number = '', extension] = value.split(';ext=');
  const tail = extension ? ` ext. ${extension}` : '';
  if (!isGrouped || !/^\+\d{7,15}$/.test(number)) return number + tail;
  const digits = number.slice(1);
  const length = /^[17]/.test(digits) ? 1 : TWO_DIGITS.test(digits) ? 2 : 3;
  const rest = digits.slice(length).match(/\d{3}(?=\d{3})|\d{4,5}$|\d{1,3}/g) ?? [];
  return `+${digits.slice(0, length)} ${rest.join(' ')}${tail}`;
}
