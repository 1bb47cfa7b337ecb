/** The words that lines of a brief are made of. */
import type { BriefLine, BriefWord } from '#shared/contract/brief.ts';
import { cutText } from '#shared/domain/text/cut-text.ts';

/** Longest text of a line: three lines of a column on paper. */
const LONGEST = 180;

type Params = Extract<BriefWord, { is: 'message' }>['params'];

export const textWord = (text: string, longest = LONGEST): BriefWord => ({
  is: 'text',
  text: cutText(text, longest),
});
export const dayWord = (day: string): BriefWord => ({ is: 'day', day });
export const instantWord = (at: number): BriefWord => ({ is: 'instant', at });
export const phoneWord = (phone: string): BriefWord => ({ is: 'phone', phone });
type Value = Extract<BriefWord, { is: 'value' }>['value'];
/** A list or an object says nothing in a line: only that it is another one. */
export const valueWord = (entity: string, field: string, value: unknown): BriefWord => ({
  is: 'value',
  entity,
  field,
  value: typeof value === 'string' ? cutText(value, LONGEST) : isPlain(value) ? value : null,
});
const isPlain = (value: unknown): value is Value =>
  value === null || typeof value === 'number' || typeof value === 'boolean';
export const messageWord = (key: string, params: Params = {}): BriefWord => ({ is: 'message', key, params });
/** The name of a choice; nothing where nothing was chosen. */
export const choiceWords = (entity: string, field: string, value: string | null): BriefWord[] =>
  value === null ? [] : [{ is: 'choice', entity, field, value }];
/** Nothing for a missing text. */
export const textWords = (text: string | null | undefined, longest = LONGEST): BriefWord[] =>
  text ? [textWord(text, longest)] : [];

type LineParts = Pick<BriefLine, 'source' | 'words'> & Partial<BriefLine>;

export function briefLineOf(parts: LineParts): BriefLine {
  return { facts: [], under: [], tone: 'plain', internal: false, internalFacts: [], ...parts };
}
