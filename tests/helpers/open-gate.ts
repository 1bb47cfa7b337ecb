/** The gate of an engine that a test opened itself: open, and nothing to be done at it. */
import type { BaseGate } from '#main/data/context.ts';

export function openGate(folder: string): BaseGate {
  const notHere = (): never => {
    throw new Error('this engine has no house: its gate cannot be worked');
  };
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
    unlock: notHere,
    reopen: notHere,
  };
}
