/**
 * Both catalogues. A key is written `feature.word`; a plural key carries the suffixes of its language
 * (CLDR: `_one _few _many _other` in Slovak, `_one _other` in English) and is asked for without them.
 */
import { en } from './en.ts';
import { sk } from './sk.ts';

export const catalogues = { sk, en } as const;

export type Language = keyof typeof catalogues;
export type Catalogue = typeof sk;

type Plural<K extends string> = K extends `${infer Stem}_${'one' | 'few' | 'many' | 'other'}` ? Stem : K;
type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? Plural<K> : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** Every key that a screen may ask for, for example `clients.title`. */
export type MessageKey = Paths<Catalogue>;
