/** The sentence for whatever kept a shell from starting or ended it. */
import { shellWords } from '#shared/i18n/shell-words.ts';
import type { ShellName } from '../security/lock.ts';
import { ProfileRefusal } from '../security/refusal.ts';
import { traceOf } from './trace.ts';

export function refusalSentence(error: unknown, language: 'sk' | 'en'): string {
  const say = shellWords(language);
  if (!(error instanceof ProfileRefusal)) return say('refused.bug', { trace: traceOf(error) });
  if (error.reason !== 'held') return say(`refused.${error.reason}`, error.details);
  const { shell, since } = error.details;
  return say('refused.held', {
    ...error.details,
    holder: say(`holder.${shell as ShellName | 'unknown'}`),
    since: new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' }).format(
      Number(since),
    ),
  });
}
