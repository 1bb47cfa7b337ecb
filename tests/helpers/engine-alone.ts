/** An engine without its house: one base and its procedures in this process, no lock, no gate, no backups. */
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { type Engine, type EngineOptions, openEngine } from '#main/engine/engine.ts';
import { router } from '#main/engine/router.ts';
import type { Contract } from '#shared/contract/index.ts';
import { noBackups } from './no-backups.ts';
import { noKeys, openGate } from './open-gate.ts';

export interface EngineAlone {
  engine: Engine;
  context: EngineContext;
  client: ContractRouterClient<Contract>;
}

export function openEngineAlone(folder: string, key: Buffer, sync?: EngineOptions['sync']): EngineAlone {
  const engine = openEngine({ folder, language: 'sk', country: 'SK', name: 'Jana Testová', sync }, key);
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
  return {
    engine,
    context,
    client: createRouterClient(router, { context }) as ContractRouterClient<Contract>,
  };
}
