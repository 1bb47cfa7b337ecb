/**
 * Which column goes where. Each heading is read alone first; then the columns are looked at together, because
 * "Name", "Title" or "Address" mean different things beside different neighbours; last, values speak for columns
 * whose headings say nothing.
 */

import { holdsChoices } from './choice-values.ts';
import { type ContentSigns, signsOf } from './recognise-content.ts';
import { type Column, type Facts, isFirmName, MOST, targetOf } from './heading-target.ts';
import { readHeading } from './recognise-heading.ts';
import { type ImportKind, targetNamed } from './targets.ts';

export interface SampledColumn {
  readonly header: string;
  readonly samples: readonly string[];
}

export interface RecognisedColumn {
  target: string | null;
  by: 'header' | 'content' | null;
}

export interface Recognition {
  readonly as: ImportKind;
  readonly columns: readonly RecognisedColumn[];
}

/** Recognises contacts or clients and a target for every column; `as` fixes the first of these. */
export function recogniseColumns(columns: readonly SampledColumn[], as?: ImportKind): Recognition {
  const read = columns.map(
    (column): Column => ({
      ...readHeading(column.header),
      samples: column.samples,
      signs: signsOf(column.samples),
    }),
  );
  const kind = as ?? kindOf(read);
  const facts = factsOf(read, kind);
  const proposed = read.map((column): Proposal | null => fromHeading(column, facts) ?? null);
  const chosen = settle(proposed);
  const result = chosen.map(
    (target): RecognisedColumn => ({ target, by: target === null ? null : 'header' }),
  );
  guessRest(read, result, facts);
  if (kind === 'contacts') leaveHomeless(result);
  return { as: kind, columns: result };
}

function kindOf(columns: readonly Column[]): ImportKind {
  const has = (test: (column: Column) => boolean) =>
    columns.some((column) => column.ofWhich === 1 && test(column));
  if (has((column) => column.noun === 'lastName') || has((column) => column.noun === 'firstName'))
    return 'contacts';
  const isFirm = (column: Column) =>
    column.noun === 'ico' ||
    column.noun === 'legalForm' ||
    column.noun === 'icDph' ||
    column.signs.ico > MOST ||
    isFirmName(column);
  if (has(isFirm)) {
    // A firm's list names people only beside it; an address book names the firm beside the person.
    const person = columns.findIndex((column) => column.noun === 'fullName' || isPlainName(column));
    const firm = columns.findIndex(isFirmName);
    const isRegister = has(
      (column) => column.noun === 'ico' || column.noun === 'legalForm' || column.signs.ico > MOST,
    );
    return person !== -1 &&
      !isRegister &&
      (firm === -1 || person < firm) &&
      (columns[person]?.signs.firm ?? 0) < 0.3
      ? 'contacts'
      : 'clients';
  }
  if (has((column) => column.noun === 'segment' || column.qualifiers.has('billing'))) return 'clients';
  const name = columns.find((column) => column.noun === 'name' || column.noun === 'fullName');
  if (name) return name.ofThing || name.signs.firm > 0.3 ? 'clients' : 'contacts';
  if (has((column) => column.noun === 'email' || column.signs.email > MOST)) return 'contacts';
  return has((column) => column.signs.firm > 0.3) ? 'clients' : 'contacts';
}

function isPlainName(column: Column): boolean {
  return column.noun === 'name' && !column.ofThing && !column.qualifiers.has('company');
}

function factsOf(columns: readonly Column[], as: ImportKind): Facts {
  const has = (test: (column: Column) => boolean) =>
    columns.some((column) => column.ofWhich === 1 && test(column));
  const isPlace = (column: Column) => !column.qualifiers.has('home');
  return {
    as,
    hasFirstName: has((column) => column.noun === 'firstName'),
    hasLastName: has((column) => column.noun === 'lastName'),
    hasJobTitle: has(
      (column) => column.noun === 'jobTitle' || (column.noun === 'title' && column.qualifiers.has('company')),
    ),
    hasPrefix: has((column) => column.noun === 'prefix' || column.noun === 'degree'),
    hasStreet: has((column) => column.noun === 'street' && isPlace(column)),
    hasTownOrPostcode: has(
      (column) => (column.noun === 'town' || column.noun === 'postcode') && isPlace(column),
    ),
    hasFirmName: has(isFirmName),
    hasFullName: has((column) => column.noun === 'fullName'),
  };
}

/** A target with a weight: of several columns with one single target the weightiest gets it. */
interface Proposal {
  target: string;
  weight: number;
}

function fromHeading(column: Column, facts: Facts): Proposal | undefined {
  const target = targetOf(column, facts);
  if (target === undefined) return undefined;
  const isMany = targetNamed(target)?.many ?? false;
  // The second address, firm or person of a row has no place of its own; a second telephone of the first has.
  const isOfAnother = column.qualifiers.has('company') || column.qualifiers.has('person');
  if (column.ofWhich > 1 && (isOfAnother || !/\.(?:phone|email)/.test(target))) return undefined;
  if (!holdsChoices(target, column.samples)) return undefined;
  if (column.ordinal > 1 && !isMany) return { target, weight: 1 };
  return { target, weight: weightOf(column) };
}

function weightOf(column: Column): number {
  let weight = 10 + column.signs.filled / 1000;
  if (column.qualifiers.has('delivery')) weight -= 3;
  if (column.qualifiers.has('other') || column.qualifiers.has('again')) weight -= 4;
  if (column.qualifiers.has('billing') || column.qualifiers.has('work') || column.qualifiers.has('first'))
    weight += 2;
  if (column.noun === 'name' || column.noun === 'degree') weight += 1;
  return weight;
}

/** Gives every single target to its weightiest column; streets of one address all stay. */
function settle(proposed: readonly (Proposal | null)[]): (string | null)[] {
  const best = new Map<string, number>();
  proposed.forEach((proposal, at) => {
    if (!proposal || (targetNamed(proposal.target)?.many && proposal.target !== 'client.street')) return;
    const holder = best.get(proposal.target);
    const current = holder === undefined ? undefined : proposed[holder];
    if (!current || proposal.weight > current.weight) best.set(proposal.target, at);
  });
  const streetWeight = weightAt(proposed, best.get('client.street'));
  return proposed.map((proposal, at) => {
    if (!proposal) return null;
    if (proposal.target === 'client.street')
      return proposal.weight >= streetWeight - 0.9 ? proposal.target : null;
    return best.has(proposal.target) && best.get(proposal.target) !== at ? null : proposal.target;
  });
}

function weightAt(proposed: readonly (Proposal | null)[], at: number | undefined): number {
  return at === undefined ? 0 : (proposed[at]?.weight ?? 0);
}

/** Without a column for the firm's name there is no client that an address or a job title could belong to. */
function leaveHomeless(result: RecognisedColumn[]): void {
  if (result.some((column) => column.target === 'client.name')) return;
  for (const [at, { target }] of result.entries())
    if (target && !target.startsWith('contact.')) result[at] = { target: null, by: null };
}

/** Columns with unknown headings go by their values, where those leave no doubt. */
function guessRest(columns: readonly Column[], result: RecognisedColumn[], facts: Facts): void {
  const taken = new Set(result.map((column) => column.target));
  const isBare = columns.every((column) => column.noun === undefined && column.qualifiers.size === 0);
  columns.forEach((column, at) => {
    const current = result[at];
    const mayGuess = column.noun === undefined || (column.noun === 'nothing' && column.signs.ico > 0.9);
    if (!current || current.target !== null || !mayGuess || column.signs.filled === 0) return;
    const target = fromValues(column.signs, taken, isBare, facts);
    if (target === undefined) return;
    taken.add(target);
    result[at] = { target, by: 'content' };
  });
}

function fromValues(
  signs: ContentSigns,
  taken: ReadonlySet<string | null>,
  isBare: boolean,
  facts: Facts,
): string | undefined {
  const free = (target: string) => !taken.has(target);
  const person = facts.as === 'contacts';
  if (signs.email > MOST) return person ? 'contact.email' : 'client.email';
  if (signs.ico > 0.8 && free('client.ico')) return 'client.ico';
  if (signs.phone > MOST && signs.filled > 1) return person ? 'contact.phone' : 'client.phone';
  if (signs.web > MOST && free('client.web')) return 'client.web';
  if (signs.firm > 0.4 && free('client.name')) return 'client.name';
  if (!isBare) return undefined;
  if (signs.person > 0.7 && free('contact.fullName') && person) return 'contact.fullName';
  if (signs.postcode > 0.8 && free('client.postcode')) return 'client.postcode';
  return undefined;
}
