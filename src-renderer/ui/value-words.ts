/** Values of any record as a person reads them: choices in words, days, telephones, names of colleagues. */
import { useMemo } from 'react';
import { type Format, useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel, hasMessage, say } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { entities } from '#shared/entities/index.ts';
import type { Entity } from '#shared/entities/define.ts';
import type { Address } from '#shared/entities/field.ts';
import { sameValue } from './field-values.ts';

/** {field: value} of a unit. */
export type UnitValue = Record<string, unknown>;

export interface ValueWords {
  /** Empty for a missing value. `names` is {id: title} of records that values name; colleagues are known without. */
  of(entity: string, field: string, value: unknown, names?: Readonly<Record<string, string>>): string;
}

export function useValueWords(): ValueWords {
  const format = useFormat();
  const members = useLive('settings', 'members', {}).data;
  return useMemo(() => {
    const names = new Map((members ?? []).map(({ id, name }) => [id, name]));
    return valueWords(format, names);
  }, [format, members]);
}

export function valueWords(format: Format, members: ReadonlyMap<string, string>): ValueWords {
  return { of: wordsOf };

  function wordsOf(
    entity: string,
    field: string,
    value: unknown,
    names: Readonly<Record<string, string>> = {},
  ): string {
    const nameOf = (id: string) => names[id] || members.get(id) || say('common.chosen');
    if (value === null || value === undefined) return '';
    const statement = knownEntity(entity)?.fields[field];
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    switch (statement?.kind) {
      case 'choice':
        return choiceLabel(entity, field, text);
      case 'day':
        return format.day(text);
      case 'instant':
        return format.instant(Number(value));
      case 'flag':
        return say(value ? 'common.yes' : 'common.no');
      // An id says nothing to a reader.
      case 'reference':
        return nameOf(text);
      case 'references':
        return listOf(value, (one) => nameOf(String(one)));
      case 'phones':
        return listOf(value, (one) => format.phone(String((one as { value: string }).value)));
      case 'emails':
        return listOf(value, (one) => String((one as { value: string }).value));
      case 'addresses':
        return listOf(value, (one) => addressWords(one as Address));
      default:
        if (field === 'country') return format.country(text);
        if (typeof value === 'number') return format.number(value);
        return Array.isArray(value) ? value.map(String).join('\n') : text;
    }
  }

  function addressWords({ kind, street, postcode, town, country }: Address): string {
    const place = [postcode, town].filter(Boolean).join(' ');
    const whole = [street, place, format.country(country)].filter(Boolean).join(', ');
    return `${choiceLabel('address', 'kind', kind)}: ${whole}`;
  }
}

function listOf(value: unknown, words: (one: unknown) => string): string {
  return Array.isArray(value) ? value.map(words).join('\n') : '';
}

function knownEntity(entity: string): Entity | undefined {
  return (entities as Record<string, Entity | undefined>)[entity];
}

export function fieldsOfUnit(entity: string, unit: string): readonly string[] {
  return knownEntity(entity)?.units[unit] ?? [unit];
}

/** A newer program may send fields that this one has no name for. */
export function fieldName(entity: string, field: string): string {
  return hasMessage(`fields.${entity}.${field}`) ? fieldLabel(entity, field) : field;
}

/** A unit as {field: value}: history keeps a unit of one field without its name. */
export function unitValue(unit: string, stored: unknown): UnitValue {
  const isByField = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
  return isByField ? (stored as UnitValue) : { [unit]: stored ?? null };
}

/** The fields of a unit by which these versions differ; all of them when they do not. A null version counts as empty. */
export function differingFields(
  entity: string,
  unit: string,
  versions: readonly (UnitValue | null)[],
): readonly string[] {
  const fields = fieldsOfUnit(entity, unit);
  const differing = fields.filter((field) =>
    versions.some((version) => !sameValue(version?.[field], versions[0]?.[field])),
  );
  return differing.length > 0 ? differing : fields;
}
