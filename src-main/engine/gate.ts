/** The gate's procedures: what a shut base says of itself, and the recovery code that opens it. */
import { implement } from '@orpc/server';
import { type CodeAnswer, gate } from '#shared/contract/gate.ts';
import { readCode } from '#shared/domain/keys/recovery-code.ts';
import { refused } from '../data/app-error.ts';
import type { BaseGate, BaseKeys, EngineContext } from '../data/context.ts';
import { slotFileIn } from '../security/key-slots.ts';
import { recoveryCodeOpener, retiredAt } from '../security/recovery-code.ts';
import type { HeldProfile } from './held-profile.ts';

/** `renew` makes the windows of the base connect anew, after the answer to this call has left. */
export function gateOf(held: () => HeldProfile, renew: () => void): BaseGate {
  return {
    get shut() {
      return held().profile.shut?.reason ?? null;
    },
    describe: () => held().describe(),
    unlock(code) {
      const answer = unlock(held(), code);
      if (answer.opened) renew();
      return answer;
    },
    reopen(work) {
      try {
        return held().reopen(work)?.reason ?? null;
      } finally {
        renew();
      }
    },
  };
}

function unlock(profile: HeldProfile, code: string): CodeAnswer {
  const reading = readCode(code);
  if (reading.is !== 'whole') return answer(reading.is, { groups: reading.groups });
  const wasShut = profile.profile.shut?.reason;
  if (profile.open([recoveryCodeOpener(code)])) return { ...answer(null), opened: true };
  // The code gave a key and the file still does not open: the screen has another reason to show now.
  const shut = profile.profile.shut?.reason;
  if (shut !== wasShut && (shut === 'damaged' || shut === 'baseMissing')) return answer('stillShut');
  const file = slotFileIn(profile.profile.folder);
  const changedAt = file && retiredAt(file, code);
  return changedAt ? answer('changed', { changedAt }) : answer('wrong');
}

function answer(problem: CodeAnswer['problem'], more: Partial<CodeAnswer> = {}): CodeAnswer {
  return { opened: false, problem, groups: [], changedAt: null, ...more };
}

function keysOfNewBase({ host }: EngineContext): BaseKeys {
  if (host.gate.shut !== 'codeFirst') throw refused('open');
  return host.keys;
}

const os = implement(gate).$context<EngineContext>();

export const gateRouter = os.router({
  state: os.state.handler(({ context }) => context.host.gate.describe()),
  unlock: os.unlock.handler(({ input, context }) => context.host.gate.unlock(input.code)),
  newCode: os.newCode.handler(({ context }) => keysOfNewBase(context).newCode()),
  confirmCode: os.confirmCode.handler(({ input, context }) => keysOfNewBase(context).confirmCode(input.text)),
  tryAgain: os.tryAgain.handler(({ context }) => {
    const { gate: here } = context.host;
    return { opened: here.shut === null || here.reopen(() => {}) === null };
  }),
});
