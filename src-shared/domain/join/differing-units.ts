/** What a record says that its pair on the server does not: the units that have to be told there. */
import type { Entity } from '../../entities/define.ts';
import { elementKey, isSameText } from '../exchange/fill-record.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Names of the units where mine has a value and theirs differs; what I do not know is no difference. Fixed fields are
 * theirs: they made the two a pair. References are expected with the server's ids.
 */
export function differingUnits(entity: Entity, mine: Values, theirs: Values): string[] {
  return Object.entries(entity.units)
    .filter(([, fields]) => !fields.some((field) => entity.fields[field]?.fixed))
    .filter(([, fields]) => fields.some((field) => differs(entity, field, mine[field], theirs[field])))
    .map(([unit]) => unit);
}

function differs(entity: Entity, field: string, mine: unknown, theirs: unknown): boolean {
  if (isMissing(mine)) return false;
  if (Array.isArray(mine)) return addsTo(Array.isArray(theirs) ? theirs : [], mine);
  if (typeof mine === 'string' && typeof theirs === 'string')
    return !isSameText(entity.name, field, theirs, mine);
  return mine !== theirs;
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** Lists are merged element by element, so only an element that theirs lacks is worth telling. */
function addsTo(theirs: readonly unknown[], mine: readonly unknown[]): boolean {
  const known = new Set(theirs.map(keyOf));
  return mine.some((element) => !known.has(keyOf(element)));
}

function keyOf(element: unknown): string {
  const value = typeof element === 'object' && element !== null && (element as { value?: unknown }).value;
  if (typeof value === 'string') return elementKey(value);
  return typeof element === 'string' ? element : JSON.stringify(element);
}
