/** Reads one heading: what the column holds and whose it is, before the other columns have had their say. */
import { fold } from '../text/fold.ts';
import {
  isHeadingWord,
  type Noun,
  nounsIn,
  partCompound,
  type Qualifier,
  qualifiersIn,
} from './heading-words.ts';

export interface Heading {
  /** Undefined where no word of the heading is known; then only the values can tell. */
  readonly noun: Noun | undefined;
  readonly qualifiers: ReadonlySet<Qualifier>;
  /** Number behind the heading: "Phone 2", "Street 3". */
  readonly ordinal: number;
  /** Number inside the heading, of the thing that the column belongs to: "Address 2 - City", "Contact2 Title". */
  readonly ofWhich: number;
  /** The noun "name" was said with a word that is used of firms only (názov, Bezeichnung). */
  readonly ofThing: boolean;
  /** Folded words of the heading, without numbers. */
  readonly words: string;
  /** A type or label that says what the value column beside it is. */
  readonly isKind: boolean;
}

// Which noun decides where a heading has several: "E-mail 1 - Value", "Kontaktná osoba – telefón", "City of Address".
const RANK: readonly Noun[] = [
  'icDph',
  'dic',
  'ico',
  'email',
  'fax',
  'mobile',
  'phone',
  'web',
  'postcode',
  'town',
  'country',
  'houseNumber',
  'street',
  'legalForm',
  'lastName',
  'firstName',
  'middleName',
  'suffix',
  'prefix',
  'jobTitle',
  'department',
  'degree',
  'title',
  'address',
  'channel',
  'language',
  'source',
  'role',
  'stance',
  'tier',
  'segment',
  'status',
  'territory',
  'terms',
  'endedOn',
  'notes',
  'fullName',
  'name',
  'kind',
  'value',
];

const EMPTY: Heading = {
  noun: undefined,
  qualifiers: new Set(),
  ordinal: 1,
  ofWhich: 1,
  ofThing: false,
  isKind: false,
  words: '',
};
// Vendors put their own prefix before the names of fields and a mark of a field of one's own behind.
const VENDOR_WORDS = new Set(['npsp', 'c', 'r', 'fld', 'field', 'col', 'column', 'the', 'of', 'a', 's']);

/** Folded words of a heading; compounds of programs are parted, numbers are words of their own. */
export function headingWords(heading: string): string[] {
  const spaced = heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    // Not a home, but a page of the firm.
    .replace(/\bhome[\s_-]?page\b/gi, 'homepage');
  const words = fold(spaced).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => (isHeadingWord(word) ? [word] : (partCompound(word) ?? [word])));
}

export function readHeading(heading: string): Heading {
  const all = headingWords(heading);
  if (all.length === 0) return EMPTY;
  const numbers = all.flatMap((word, at) => (/^\d{1,2}$/.test(word) ? [{ at, value: Number(word) }] : []));
  const words = all.filter(
    (word, at) => !/^\d{1,2}$/.test(word) && !(VENDOR_WORDS.has(word) && isLoose(all, at)),
  );
  const nouns = nounsIn(words).map((found) => found.noun);
  const qualifiers = qualifiersIn(words);
  const last = numbers.at(-1);
  const isTrailing = last !== undefined && last.at === all.length - 1;
  const inner = numbers.find((number) => number.at < all.length - 1);
  return {
    noun: nouns.includes('nothing') ? 'nothing' : RANK.find((noun) => nouns.includes(noun)),
    qualifiers,
    ordinal: isTrailing ? last.value : 1,
    ofWhich: inner?.value ?? 1,
    ofThing: words.some((word) => /^(?:nazov|nazev|bezeichnung)/.test(word)),
    isKind: nouns.includes('kind'),
    words: words.join(' '),
  };
}

/** A vendor's word counts as such only where it does not complete a phrase ("priezvisko a meno", "c p"). */
function isLoose(words: readonly string[], at: number): boolean {
  const word = words[at] as string;
  if (word === 'a') return !words.some((other) => /^(?:priezvisk|prijmeni|meno|jmeno|cislo)/.test(other));
  if (word === 'c' || word === 's') return at === words.length - 1 && words.length > 2;
  return true;
}
