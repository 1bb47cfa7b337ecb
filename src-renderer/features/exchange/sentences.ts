/** What the engine says of a file or of a row, as sentences. */
import { ORPCError } from '@orpc/client';
import { type Refusal, refusal, type RowProblemEntry } from '#shared/contract/exchange.ts';
import { say } from '#renderer/lib/i18n.ts';
import { sentenceFor } from '#renderer/lib/run.ts';

/** Why the engine did not take the file; null for any other error. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof ORPCError) || error.code !== 'FILE_REFUSED') return null;
  const parsed = refusal.safeParse(error.data);
  return parsed.success ? parsed.data : null;
}

export function refusalSentence({ problem, params }: Refusal): string {
  const looksLike = params['looksLike'];
  return say(`exchange.refusal.${problem}`, {
    ...params,
    ...(looksLike === undefined ? {} : { looksLike: say(`exchange.looksLike.${looksLike}`) }),
  });
}

export function troubleSentence(error: unknown): string {
  const refused = refusalOf(error);
  return refused ? refusalSentence(refused) : sentenceFor(error);
}

export function rowSentence({ problem, params, column, value }: RowProblemEntry): string {
  return say(`exchange.problems.${problem}`, { column: column ?? '', value: value ?? '', ...params });
}

/** The value that stays here where the file brings another one; empty for other problems. */
export function hereSentence({ params }: RowProblemEntry): string {
  const here = params['here'];
  return here === undefined || here === '' ? '' : say('exchange.result.here', { value: here });
}

/** Label of a target or of its group. */
export function targetLabel(key: string): string {
  return say(`exchange.targets.${key.replaceAll('.', '_')}`);
}
