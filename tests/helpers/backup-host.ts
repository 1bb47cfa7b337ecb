/** A host in this process with its procedures, and backups made and restored through them. */
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished } from 'vitest';
import { type EngineHost, openHost } from '#main/engine/host.ts';
import type { EngineClient } from '#main/engine/reach.ts';
import { router } from '#main/engine/router.ts';
import { readSlots, writeSlots } from '#main/security/key-slots.ts';
import { newRecoveryCode, wrapWithCode } from '#main/security/recovery-code.ts';
import type { Backup, BackupSource, Restored } from '#shared/contract/backups.ts';
import { makeFolder } from './folder.ts';

export interface Open {
  host: EngineHost;
  client: EngineClient;
  window: EngineClient;
  profile: string;
}

const defaults = { language: 'sk', country: 'SK', name: 'Jana Testová' } as const;

export function open(
  profile = path.join(makeFolder(), 'base'),
  shell: 'browser' | 'commandLine' = 'commandLine',
): Open {
  const host = openHost({ profile, shell, defaults });
  onTestFinished(() => {
    try {
      host.close();
    } catch {
      // Closed by the test already.
    }
  });
  const clientFor = (view: 'script' | 'window') =>
    createRouterClient(router, { context: host.context(view) }) as EngineClient;
  return { host, profile, client: clientFor('script'), window: clientFor('window') };
}

export async function make(
  client: EngineClient,
  folder?: string,
): Promise<{ backup: Backup; file: string | null }> {
  const phases = new Set<string>();
  for await (const event of await client.backups.make({ folder })) {
    if (event.type === 'done') {
      expect([...phases]).toEqual(expect.arrayContaining(['copying', 'checking']));
      return event;
    }
    phases.add(event.phase);
  }
  throw new Error('the backup ended before its end');
}

export async function restore(
  client: EngineClient,
  source: BackupSource,
  code: string | null = null,
): Promise<Restored> {
  let restored: Restored | undefined;
  for await (const event of await client.backups.restore({ source, code }))
    if (event.type === 'done') restored = event.restored;
  if (!restored) throw new Error('the restore ended before its end');
  return restored;
}

let people = 0;
export async function addClient(client: EngineClient, name: string): Promise<string> {
  people += 1;
  const id = `01a20baa-0000-7000-8000-${String(people).padStart(12, '0')}`;
  await client.clients.create({ id, values: { name, status: 'prospect' } });
  return id;
}

export const names = async (client: EngineClient): Promise<string[]> =>
  (await client.clients.list({ filter: {}, offset: 0, limit: 100 })).rows.map(({ name }) => name);

/** Gives the base a recovery code without the window's proof of it. */
export function giveCode({ host, profile }: Open): string {
  const code = newRecoveryCode();
  const file = readSlots(profile);
  const key = host.context('script').engine.base.key;
  writeSlots(profile, [...(file?.slots ?? []), wrapWithCode(code, key)], file ?? {});
  return code;
}

export const problemOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return (error as { data?: { problem?: string } } | null)?.data?.problem ?? String(error);
};
