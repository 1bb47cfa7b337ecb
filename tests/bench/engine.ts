/** The engine as a window meets it: in its thread, over a message port, through the contract. */
import { randomUUID } from 'node:crypto';
import { type EngineThread, startEngineThread } from '#main/engine/thread.ts';
import type { EngineClient } from '#main/engine/reach.ts';
import type { ExportFormat, ImportResult } from '#shared/contract/exchange.ts';
import { builtFile } from '../../scripts/build-engine.mjs';
import { clientOf } from '../helpers/engine-client.ts';

export const DEFAULTS = { language: 'sk', country: 'SK', name: 'Jana Testová' } as const;

export interface BenchEngine {
  client: EngineClient;
  thread: EngineThread;
}

export async function startEngine(profile: string): Promise<BenchEngine> {
  const script = new URL(builtFile('src-main/engine/worker.ts'));
  // As a command, which has no backups by the clock: they are measured by themselves.
  const thread = await startEngineThread({ profile, shell: 'commandLine', defaults: DEFAULTS }, script);
  return { thread, client: clientOf(thread.connect('script')) };
}

export async function importFile(client: EngineClient, path: string): Promise<ImportResult> {
  const events = await client.exchange.run({ run: randomUUID(), source: { path } });
  for await (const event of events) if (event.type === 'result') return event.result;
  throw new Error('the import ended without a result');
}

/** Takes the whole file, piece after piece, and returns its size in bytes. */
export async function exportContacts(client: EngineClient, format: ExportFormat): Promise<number> {
  let bytes = 0;
  const events = await client.exchange.export({ export: { what: 'contacts' }, how: { format } });
  for await (const event of events)
    if (event.type === 'chunk') bytes += Buffer.from(event.chunk, 'base64').length;
  return bytes;
}
