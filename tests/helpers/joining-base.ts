/** A base of its own that signs in at a server by what a window calls. */
import { onTestFinished } from 'vitest';
import type { TestServer } from './hosted-server.ts';
import { PASSWORD } from './sync-device.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';

export function openBase(reopened?: Parameters<typeof openTestEngine>[0]): TestEngine {
  const engine = openTestEngine(reopened);
  onTestFinished(() => engine.close());
  return engine;
}

/** Whether the base is not empty and waits to be joined. */
export async function signIn(
  { client }: TestEngine,
  { url }: TestServer,
  email: string,
  invitation: string | null,
): Promise<boolean> {
  const input = { server: url, email, password: PASSWORD, invitation, device: email };
  return (await client.sync.signIn(input)).joining;
}

export async function invite({ client }: TestEngine, email: string): Promise<string> {
  const { invitation } = await client.sync.invite({ email, role: 'rep', team: null, territories: [] });
  return invitation;
}
