/** What a record holds after its duplicate was merged into it: its own values, and what only the duplicate knew. */
import type { Entity } from '../../entities/define.ts';
import { elementKey, isSameText } from '../exchange/fill-record.ts';

type Values = Readonly<Record<string, unknown>>;

/** Fields that are not compared: the pointer of the merge itself. */
const POINTER = 'mergedInto';
/** What a list of numbers or addresses may hold; the loser keeps its own whole. */
const MOST_ELEMENTS = 20;

/**
 * Fields of the winner to write. What it has stays; an empty field is filled, unless its unit says something else
 * there (half of one address and half of another would be an address of nobody); lists are united, the winner's first.
 * `take` names fields whose whole unit is the loser's.
 */
export function mergedValues(
  entity: Entity,
  winner: Values,
  loser: Values,
  take: ReadonlySet<string>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const fields of unitsOf(entity)) {
    if (fields.some((field) => take.has(field))) {
      for (const field of fields) values[field] = loser[field] ?? null;
    } else if (!fields.some((field) => differ(entity, field, winner[field], loser[field]))) {
      for (const field of fields) {
        const filled = fill(winner[field], loser[field]);
        if (filled !== undefined) values[field] = filled;
      }
    }
  }
  return values;
}

/** Units in which both say something, and not the same, as the lists of their fields: what a person may choose. */
export function differingChoices(entity: Entity, one: Values, other: Values): string[][] {
  return unitsOf(entity).filter((fields) =>
    fields.some((field) => differ(entity, field, one[field], other[field])),
  );
}

function unitsOf(entity: Entity): string[][] {
  return Object.entries(entity.units)
    .filter(([unit]) => unit !== POINTER)
    .map(([, fields]) => [...fields]);
}

function differ(entity: Entity, field: string, one: unknown, other: unknown): boolean {
  if (isMissing(one) || isMissing(other) || Array.isArray(one)) return false;
  if (typeof one === 'string' && typeof other === 'string')
    return !isSameText(entity.name, field, one, other);
  return one !== other;
}

/** Undefined when the winner's stays as it is. */
function fill(winner: unknown, loser: unknown): unknown {
  if (isMissing(loser)) return undefined;
  if (isMissing(winner)) return loser;
  if (!Array.isArray(winner) || !Array.isArray(loser)) return undefined;
  const known = new Set(winner.map(keyOf));
  const added = loser.filter((element) => !known.has(keyOf(element)));
  const united = [...(winner as unknown[]), ...(added as unknown[])].slice(0, MOST_ELEMENTS);
  return united.length === winner.length ? undefined : united;
}

function isMissing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function keyOf(element: unknown): string {
  const value = (element as { value?: unknown } | null)?.value;
  return typeof value === 'string' ? elementKey(value) : JSON.stringify(element);
}
