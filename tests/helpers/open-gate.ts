/** The gate of an engine that a test opened itself: open, and nothing to be done at it. */
import type { BaseGate, BaseKeys } from '#main/data/context.ts';

export function openGate(folder: string): BaseGate {
  return {
    shut: null,
    describe: () => ({
      shut: null,
      folder,
      kind: 'own',
      shell: 'commandLine',
      file: null,
      recoveryCode: null,
      keyStore: { backend: null, made: null },
    }),
    unlock: noHouse,
    reopen: noHouse,
  };
}

/** The keys of such an engine: the test itself holds the only one. */
export const noKeys: BaseKeys = {
  describe: noHouse,
  newCode: noHouse,
  confirmCode: noHouse,
  discardCode: noHouse,
  remember: noHouse,
  removeKeyFile: noHouse,
  rekey: noHouse,
};

function noHouse(): never {
  throw new Error('this engine has no house: its gate and its keys cannot be worked');
}
