/** A recovery code between being shown and being proved: in memory only, so an unproved code opens nothing. */
import { randomInt } from 'node:crypto';
import type { CodeOffer } from '#shared/contract/keys.ts';
import { CODE_GROUPS, cleanCode, splitCode } from '#shared/domain/keys/recovery-code.ts';
import { newRecoveryCode } from '../security/recovery-code.ts';

export interface CodeStep {
  /** A new code; the same one again until it is proved or discarded, so that a printed one stays good. */
  offer(): CodeOffer;
  /** The code when `text` is the group that was asked for; null otherwise, and another group is asked. */
  prove(text: string): string | null;
  discard(): void;
}

export function codeStep(): CodeStep {
  let pending: CodeOffer | null = null;
  const offer = (): CodeOffer => (pending ??= { code: newRecoveryCode(), group: anyGroup() });
  return {
    offer,
    prove(text) {
      if (!pending) return null;
      const { code, group } = pending;
      if (cleanCode(text) === splitCode(code)[group - 1]) return code;
      pending = { code, group: anyGroup() };
      return null;
    },
    discard: () => void (pending = null),
  };
}

function anyGroup(): number {
  return randomInt(1, CODE_GROUPS + 1);
}
