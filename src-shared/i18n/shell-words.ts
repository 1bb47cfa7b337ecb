/** Sentences for a terminal, in either language, with the plural forms of each (CLDR). */
import { shell as en } from './en/shell.ts';
import { shell as sk } from './sk/shell.ts';

export const shellCatalogues = { sk, en } as const;

type Plural<K extends string> = K extends `${infer Stem}_${'one' | 'few' | 'many' | 'other'}` ? Stem : K;
type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? Plural<K> : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

export type ShellKey = Paths<typeof sk>;
export type SayShell = (key: ShellKey, values?: Record<string, string | number>) => string;

/** `say('imported', { count: 3 })`: the key with the plural suffix of the count where it has one. */
export function shellWords(language: 'sk' | 'en'): SayShell {
  const numbers = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const count = values.count;
    const text = find(language, key) ?? find(language, `${key}_${plurals.select(Number(count ?? 0))}`);
    if (text === undefined) throw new Error(`no sentence ${key}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' && name === 'count' ? numbers.format(value) : String(value);
    });
  };
}

function find(language: 'sk' | 'en', key: string): string | undefined {
  let place: unknown = shellCatalogues[language];
  for (const part of key.split('.')) place = (place as Record<string, unknown> | undefined)?.[part];
  return typeof place === 'string' ? place : undefined;
}
