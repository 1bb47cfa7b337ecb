/** The values of a change as lines to be read or copied. */
import { fieldName, type ValueWords } from '#renderer/ui/value-words.ts';

interface WithUnits {
  entity: string;
  units: Record<string, Record<string, unknown>> | null;
  names: Record<string, string>;
}

/** `Názov: Dubová píla`; fields without a value are left out. */
export function changeLines({ entity, units, names }: WithUnits, words: ValueWords): string[] {
  return Object.values(units ?? {})
    .flatMap((unit) => Object.entries(unit))
    .map(([field, value]) => [fieldName(entity, field), words.of(entity, field, value, names)] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}: ${text}`);
}
