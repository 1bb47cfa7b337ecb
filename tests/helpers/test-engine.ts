/** A real engine on a folder of its own, with the whole router as a typed client in this process. */
import { randomBytes } from 'node:crypto';
import type { ContractRouterClient } from '@orpc/contract';
import type { EngineContext } from '#main/data/context.ts';
import type { SyncOptions } from '#main/sync/desk.ts';
import type { Contract } from '#shared/contract/index.ts';
import { openEngineAlone } from './engine-alone.ts';
import { makeFolder } from './folder.ts';

export interface TestEngine {
  base: EngineContext['engine']['base'];
  context: EngineContext;
  client: ContractRouterClient<Contract>;
  key: Buffer;
  folder: string;
  close(): void;
}

/** Reopens `folder` under `key` when they are given. */
export function openTestEngine({
  folder = makeFolder(),
  key = randomBytes(32),
  sync,
}: {
  folder?: string;
  key?: Buffer;
  sync?: Partial<SyncOptions>;
} = {}): TestEngine {
  const { engine, context, client } = openEngineAlone(folder, key, sync);
  return { base: engine.base, context, client, key, folder, close: () => engine.close() };
}
