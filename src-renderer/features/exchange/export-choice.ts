/**
 * What was chosen for the last export, so that the next one begins with it: the columns among the preferences of this
 * device, format and language in this window's storage.
 */
import { z } from 'zod';
import { EXPORT_FORMATS, type ExportFormat, type ExportKind } from '#shared/contract/exchange.ts';
import { currentLanguage } from '#renderer/lib/i18n.ts';

const remembered = z.object({ format: z.enum(EXPORT_FORMATS), language: z.enum(['sk', 'en']) });
export type ExportChoice = z.infer<typeof remembered>;

const KEY = 'vizitka.export';

export function rememberedChoice(): ExportChoice {
  const stored = localStorage.getItem(KEY);
  const parsed = stored ? remembered.safeParse(parseJson(stored)) : undefined;
  return parsed?.success ? parsed.data : { format: 'csv-excel', language: currentLanguage() };
}

export function rememberChoice(choice: ExportChoice): void {
  localStorage.setItem(KEY, JSON.stringify(choice));
}

/** Whatever else stands in the storage of this origin is treated as nothing remembered. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Where the columns stand among the shown columns of lists. */
export function columnsKey(what: ExportKind): string {
  return `export.${what}`;
}

/** Formats whose columns and headings can be chosen; cards and JSON have a shape of their own. */
export function hasColumns(format: ExportFormat): boolean {
  return !format.startsWith('vcard') && format !== 'json';
}

/** Remembered columns that still exist, in their order; all offered ones when nothing is remembered. */
export function chosenColumns(offered: readonly string[], kept: readonly string[] | undefined): string[] {
  const known = new Set(offered);
  const chosen = kept?.filter((key) => known.has(key)) ?? [];
  return chosen.length > 0 ? chosen : [...offered];
}
