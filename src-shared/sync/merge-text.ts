/**
 * Two edits of one long text, joined word by word. Edits that touch the same words or their neighbours are not joined:
 * a sentence that nobody wrote is worse than a choice between two.
 */
import { diff3MergeRegions, type IRegion } from 'node-diff3';

/** Greatest number of words that the two edits took out and put in. */
export const CHANGED_TOKENS = 800;
/** Greatest cost of a comparison: pairs of equal words times words. A text that repeats itself costs the cube. */
const STEPS = 120_000_000;

/**
 * The joined text (null when nothing is left), or null when the edits overlap or are too large. Takes up to some
 * tenths of a second, so a server calls it in a worker that it can end.
 */
export function mergeTexts(
  base: string | null,
  current: string | null,
  incoming: string | null,
): { text: string | null } | null {
  const [before, ours, theirs] = withoutCommonEnds([base, current, incoming].map(tokensOf));
  if (!before || !ours || !theirs) return null;
  const sides = [ours.middle, theirs.middle];
  if (sides.some((side) => stepsOf(before.middle, side) > STEPS)) return null;
  const regions = diff3MergeRegions(ours.middle, before.middle, theirs.middle);
  if (changedTokens(before.middle.length, regions) > CHANGED_TOKENS) return null;
  const words: string[] = [...before.head];
  for (const region of regions) {
    if (region.stable) words.push(...region.bufferContent);
    else if (isSame(region.aContent, region.bContent)) words.push(...region.aContent);
    else return null;
  }
  return { text: [...words, ...before.tail].join('').trim() || null };
}

/** Words, each with the space before it: so that adding at the end does not alter the last one. */
function tokensOf(text: string | null): string[] {
  return text?.trim().match(/\s*\S+/gu) ?? [];
}

interface Parts {
  readonly head: string[];
  readonly middle: string[];
  readonly tail: string[];
}

/** One word of what is common stays on either side, so that neighbours are seen as such. */
function withoutCommonEnds(texts: string[][]): Parts[] {
  const shortest = Math.min(...texts.map(({ length }) => length));
  const commonFrom = (at: (tokens: string[], index: number) => string | undefined, most: number): number => {
    let count = 0;
    while (count < most && new Set(texts.map((tokens) => at(tokens, count))).size === 1) count++;
    return Math.max(0, count - 1);
  };
  const head = commonFrom((tokens, index) => tokens[index], shortest);
  const tail = commonFrom((tokens, index) => tokens.at(-1 - index), shortest - head);
  return texts.map((tokens) => ({
    head: tokens.slice(0, head),
    middle: tokens.slice(head, tokens.length - tail),
    tail: tokens.slice(tokens.length - tail),
  }));
}

function stepsOf(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const token of b) counts.set(token, (counts.get(token) ?? 0) + 1);
  const pairs = a.reduce((sum, token) => sum + (counts.get(token) ?? 0), 0);
  return pairs * Math.min(a.length, b.length);
}

/** Taken out of the base and put in by either side. */
function changedTokens(base: number, regions: readonly IRegion<string>[]): number {
  return regions.reduce((sum, region) => {
    if (!region.stable) return sum + region.aLength + region.bLength;
    return region.buffer === 'o' ? sum - region.bufferLength : sum + region.bufferLength;
  }, base);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((token, index) => token === b[index]);
}
