/** A real engine on a folder of its own, with the whole router as a typed client in this process. */
import { randomBytes } from 'node:crypto';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { openEngine } from '#main/engine/engine.ts';
import { router } from '#main/engine/router.ts';
import type { Contract } from '#shared/contract/index.ts';
import { makeFolder } from './folder.ts';
import { noBackups } from './no-backups.ts';
import { noKeys, openGate } from './open-gate.ts';

export interface TestEngine {
  base: EngineContext['engine']['base'];
  context: EngineContext;
  client: ContractRouterClient<Contract>;
  key: Buffer;
  folder: string;
  close(): void;
}

/** Reopens `folder` under `key` when they are given. */
export function openTestEngine({ folder = makeFolder(), key = randomBytes(32) } = {}): TestEngine {
  const engine = openEngine({ folder, language: 'sk', country: 'SK', name: 'Jana Testová' }, key);
  const context: EngineContext = {
    engine,
    host: {
      view: 'script',
      gate: openGate(folder),
      keys: noKeys,
      backups: noBackups,
      openProfile: async () => {},
      folder,
      kind: 'own',
      risk: null,
      keySlots: ['keyFile'],
    },
  };
  const client = createRouterClient(router, { context }) as ContractRouterClient<Contract>;
  return { base: engine.base, context, client, key, folder, close: () => engine.close() };
}
