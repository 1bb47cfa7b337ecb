/**
 * Message keys: what the catalogues hold against what the code asks for. A key is a path such as
 * `clients.title`; its plural forms carry the CLDR suffixes of their language and are asked for without them.
 */
import type { SourceFile } from './source-files.ts';

/** A catalogue laid flat: full key with plural suffix → text. */
export type Messages = ReadonlyMap<string, string>;

/** A family of keys put together at run time, with the reason why it cannot be written out. */
export interface Family {
  readonly prefix: string;
  readonly reason: string;
}

export const pluralForms = { sk: ['one', 'few', 'many', 'other'], en: ['one', 'other'] } as const;
type Language = keyof typeof pluralForms;

const suffix = /_(one|few|many|other)$/;

export function flatten(catalogue: object, prefix = ''): Map<string, string> {
  const messages = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue) as [string, unknown][]) {
    if (typeof value === 'string') messages.set(prefix + key, value);
    else for (const [path, text] of flatten(value as object, `${prefix}${key}.`)) messages.set(path, text);
  }
  return messages;
}

/** Differences between the two languages: missing keys, missing plural forms, other placeholders, empty texts. */
export function compareLanguages(sk: Messages, en: Messages): string[] {
  const findings: string[] = [];
  const stems = new Set([...stemsOf(sk), ...stemsOf(en)]);
  for (const stem of stems) {
    const plural = isPlural(sk, stem) || isPlural(en, stem);
    for (const [language, messages] of [['sk', sk] as const, ['en', en] as const]) {
      for (const key of plural ? formsOf(stem, language) : [stem]) {
        if (!messages.has(key)) findings.push(`${language}: ${key} is missing`);
        else if (messages.get(key)?.trim() === '') findings.push(`${language}: ${key} is empty`);
      }
    }
    findings.push(...comparePlaceholders(stem, sk, en));
  }
  return findings;
}

/** A plural form may leave out its count ("one client"), so the forms of a language count together. */
function comparePlaceholders(stem: string, sk: Messages, en: Messages): string[] {
  const left = placeholders(stem, sk);
  const right = placeholders(stem, en);
  return left === right ? [] : [`${stem}: placeholders differ, sk [${left}], en [${right}]`];
}

function placeholders(stem: string, messages: Messages): string {
  const found = new Set<string>();
  for (const [key, text] of messages) {
    if (key.replace(suffix, '') !== stem) continue;
    for (const match of text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)) if (match[1]) found.add(match[1]);
  }
  return [...found].sort().join(', ');
}

/** Keys that code asks for but no catalogue has, and run-time families that nobody has declared. */
export function findMissing(sources: readonly SourceFile[], keys: Messages, families: readonly Family[]) {
  const stems = stemsOf(keys);
  // Where every key begins with its feature, `say('word')` is somebody else's function.
  const bare = [...stems].some((stem) => !stem.includes('.'));
  const findings: string[] = [];
  for (const { file, text } of sources) {
    for (const key of askedKeys(text)) {
      if ((bare || key.includes('.')) && !stems.has(key)) {
        findings.push(`${file} asks for ${key}, which no catalogue has`);
      }
    }
    for (const template of askedTemplates(text)) {
      if (!families.some(({ prefix }) => template.startsWith(prefix))) {
        findings.push(`${file} puts keys together from \`${template}\`, which is not a declared family`);
      }
    }
  }
  return findings;
}

/**
 * Keys in the catalogue that no code mentions, and families that nothing uses any more. A key of a family counts
 * as used when a template fits it and the words put into the template occur in the code, or in `vocabulary` where
 * those words are made elsewhere.
 */
export function findUnused(
  sources: readonly SourceFile[],
  keys: Messages,
  families: readonly Family[],
  vocabulary: readonly SourceFile[] = sources,
) {
  const all = sources.map(({ text }) => text).join('\n');
  const mentioned = new Set([...all.matchAll(/['"`]([a-z][\w.]*)['"`]/gi)].map((match) => match[1]));
  const words = new Set(vocabulary.flatMap(({ text }) => text.match(/\w+/g) ?? []));
  const templates = [...all.matchAll(/`([a-z]\w*\.[\w.]*\$\{[^`]*)`/gi)]
    .map((match) => match[1] ?? '')
    .filter((template) => families.some(({ prefix }) => template.startsWith(prefix)));
  const shapes = [...new Set(templates)].map(shapeOf);
  const composed = (stem: string) =>
    shapes.some((shape) => {
      const inserted = shape.exec(stem)?.slice(1);
      return inserted?.every((part) => part.split(/[._]/).every((word) => words.has(word)));
    });
  const unused = [...stemsOf(keys)].filter((stem) => !mentioned.has(stem) && !composed(stem));
  const idle = families.filter(({ prefix }) => !templates.some((template) => template.startsWith(prefix)));
  return [
    ...unused.map((stem) => `${stem} is in the catalogues but nothing uses it`),
    ...idle.map(({ prefix }) => `no code puts keys together from "${prefix}" any more`),
  ];
}

const insertion = /\$\{(?:[^{}]|\{[^{}]*\})*\}/;

/** `app.start.${way}Text` as an expression that fits `app.start.demoText` and captures `demo`. */
function shapeOf(template: string): RegExp {
  const fixed = template.split(insertion).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${fixed.join('([\\w.]+)')}$`);
}

/** `t('…')`, `say('…')`, `<Trans i18nKey="…">` and properties such as `labelKey: '…'`. */
function askedKeys(text: string): string[] {
  const patterns = [
    /(?<![\w$])(?:t|say)\(\s*['"]([\w.]+)['"]/g,
    /\b(?:i18nKey|\w*(?:label|title|message|text)Key)\b['"]?\s*[:=]\s*\{?['"]([\w.]+)['"]/gi,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

function askedTemplates(text: string): string[] {
  return [...text.matchAll(/(?<![\w$])(?:t|say)\(\s*`([^`]*\$\{[^`]*)`/g)].map((match) => match[1] ?? '');
}

function stemsOf(messages: Messages): Set<string> {
  return new Set([...messages.keys()].map((key) => key.replace(suffix, '')));
}

function isPlural(messages: Messages, stem: string): boolean {
  return !messages.has(stem) && messages.has(`${stem}_other`);
}

function formsOf(stem: string, language: Language): string[] {
  return pluralForms[language].map((form) => `${stem}_${form}`);
}
