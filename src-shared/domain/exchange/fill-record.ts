/**
 * What an imported row adds to a record that is here already: empty fields are filled, lists get their new elements,
 * everything else stays as it is and is reported. Fields of one unit (an address, a name) are never mixed of two.
 */
import type { Entity } from '../../entities/define.ts';
import { client, contact, position } from '../../entities/clients.ts';
import type { Email, Phone } from '../../entities/field.ts';
import { clientMatchKey } from '../clients/legal-form.ts';
import { fold } from '../text/fold.ts';

type Values = Record<string, unknown>;

export interface Difference {
  readonly field: string;
  readonly value: string;
  readonly here: string;
}

export interface Fill {
  /** Fields to write, whole lists included; empty when the row brings nothing new. */
  readonly values: Values;
  readonly differences: readonly Difference[];
}

const ENTITIES = { client, contact, position } as unknown as Record<string, Entity>;
const MOST_ELEMENTS = 20;

/** `incoming` has only filled fields; `here` may lack fields or hold null. */
export function fillRecord(entity: 'client' | 'contact' | 'position', here: Values, incoming: Values): Fill {
  const stated = ENTITIES[entity] as Entity;
  const values: Values = {};
  const differences: Difference[] = [];
  const torn = new Set<string>();
  const missing: string[] = [];
  for (const [name, value] of Object.entries(incoming)) {
    const field = stated.fields[name];
    const current = here[name];
    if (!field || value === null || value === undefined || field.kind === 'reference') continue;
    if (field.storage === 'json') {
      const merged = mergeList((current ?? []) as (Phone | Email)[], value as (Phone | Email)[]);
      if (merged) values[name] = merged;
    } else if (typeof current !== 'string' || current === '') missing.push(name);
    else if (typeof value === 'string' && !isSameText(entity, name, current, value)) {
      differences.push({ field: name, value, here: current });
      torn.add(field.unit ?? name);
    }
  }
  for (const name of missing) {
    const unit = stated.fields[name]?.unit ?? name;
    // Half of one address and half of another would be an address of nobody.
    if (torn.has(unit)) differences.push({ field: name, value: String(incoming[name]), here: '' });
    else values[name] = incoming[name];
  }
  return { values, differences };
}

/** The list with what is new at its end, or undefined when nothing is. */
function mergeList(
  here: readonly (Phone | Email)[],
  incoming: readonly (Phone | Email)[],
): (Phone | Email)[] | undefined {
  const known = new Set(here.map((element) => elementKey(element.value)));
  const added = incoming.filter((element) => !known.has(elementKey(element.value)));
  return added.length === 0 || here.length + added.length > MOST_ELEMENTS ? undefined : [...here, ...added];
}

/** What two spellings of one number or address of a list have in common. */
export function elementKey(value: string): string {
  return value.includes('@') ? value.toLowerCase() : value.replace(/[\s/.\-()]/g, '').toLowerCase();
}

/** Whether two texts of a field say the same, however they are spelt. */
export function isSameText(entity: string, field: string, here: string, incoming: string): boolean {
  if (here === incoming) return true;
  if (entity === 'client' && field === 'name') return clientMatchKey(here) === clientMatchKey(incoming);
  if (field === 'postcode' || field === 'ico' || field === 'dic' || field === 'icDph')
    return squeezed(here) === squeezed(incoming);
  if (field === 'web') return webKey(here) === webKey(incoming);
  if (field === 'notes' || field === 'termsBrief') return fold(here).includes(fold(incoming));
  return fold(here) === fold(incoming);
}

function squeezed(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

function webKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
}

/** A postcode as it is compared: letters and digits alone, '' for none. */
export function postcodeKey(text: unknown): string {
  return typeof text === 'string' ? squeezed(text) : '';
}
