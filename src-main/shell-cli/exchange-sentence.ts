/** Sentences of import problems, from the same catalogue as the import wizard. */
import type { Refusal, RowProblemEntry } from '#shared/contract/exchange.ts';
import { catalogues } from '#shared/i18n/index.ts';

type Language = 'sk' | 'en';

export function fileRefusalSentence({ problem, params }: Refusal, file: string, language: Language): string {
  const { looksLike } = params;
  const said =
    looksLike === undefined
      ? params
      : { ...params, looksLike: find(language, 'looksLike', String(looksLike)) };
  return `${file}: ${fill(find(language, 'refusal', problem), said, language)}`;
}

export function rowProblemSentence({ problem, params, value }: RowProblemEntry, language: Language): string {
  const sentence = fill(find(language, 'problems', problem), params, language);
  return value ? `${sentence} (${value})` : sentence;
}

/** The code itself where a catalogue of another version lacks the sentence. */
function find(language: Language, group: string, code: string): string {
  const sentences = (catalogues[language].exchange as Record<string, unknown>)[group];
  const found = (sentences as Record<string, unknown> | undefined)?.[code];
  return typeof found === 'string' ? found : code;
}

function fill(text: string, params: Record<string, string | number>, language: Language): string {
  const numbers = new Intl.NumberFormat(language);
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}
