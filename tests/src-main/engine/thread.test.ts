/** The engine's thread: opened, switched, crashed and closed, with the real engine inside. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readHolder } from '#main/security/lock.ts';
import { type EngineThread, startEngineThread } from '#main/engine/thread.ts';
import { clientOf } from '../../helpers/engine-client.ts';
import { makeFolder } from '../../helpers/folder.ts';

let profile: string;
beforeEach(() => {
  profile = path.join(makeFolder(), 'base');
});

const traces: string[] = [];
async function startEngine(): Promise<EngineThread> {
  const engine = await startEngineThread(
    {
      profile,
      shell: 'browser',
      defaults: { language: 'sk', country: 'SK', name: 'Eva' },
      onRestart: (trace) => traces.push(trace),
    },
    new URL('../../helpers/crashing-engine.ts', import.meta.url),
  );
  onTestFinished(async () => {
    await engine.close().catch(() => {});
  });
  return engine;
}

const closed = (port: MessagePort) => once(port, 'close');
const newClient = (name: string) => ({ id: randomUUID(), values: { name, status: 'active' as const } });

test('a folder that is made by the start is said to be new, and closing gives it back', async () => {
  const engine = await startEngine();
  expect(engine.opened).toMatchObject({ folder: profile, created: true, keyTightened: false });
  expect(readHolder(profile)?.shell).toBe('browser');
  await expect(startEngine()).rejects.toMatchObject({ reason: 'held' });
  await engine.close();
  expect(readHolder(profile)).toBeNull();
  expect((await startEngine()).opened.created).toBe(false);
});

test('a malformed message closes its own port and nothing else', async () => {
  const engine = await startEngine();
  const good = clientOf(engine.connect('window'));
  for (const bad of ['no json', '{"i":"1"}', new Uint8Array([0xff])]) {
    const port = engine.connect('window');
    const gone = closed(port);
    port.postMessage(bad);
    await gone;
  }
  expect((await good.settings.get({})).profile.folder).toBe(profile);
  expect(traces).toEqual([]);
});

describe('own and demo', () => {
  test('a window that switches comes back to the demo base; scripts keep to the own one', async () => {
    const engine = await startEngine();
    const other = engine.connect('window');
    const port = engine.connect('window');
    const script = clientOf(engine.connect('script'));
    await script.clients.create(newClient('Vlastný'));

    const gone = [closed(port), closed(other)];
    await clientOf(port).settings.openProfile({ kind: 'demo' });
    await Promise.all(gone);

    const window = clientOf(engine.connect('window'));
    const shown = await window.settings.get({});
    expect(shown.profile).toMatchObject({ kind: 'demo', folder: `${profile}-demo` });
    expect((await window.status.get({})).clients).toBeGreaterThan(1);
    expect((await script.settings.get({})).profile.kind).toBe('own');
    expect((await script.status.get({})).clients).toBe(1);

    await window.settings.openProfile({ kind: 'own' });
    expect((await clientOf(engine.connect('window')).status.get({})).clients).toBe(1);
    expect(fs.existsSync(path.join(`${profile}-demo`, 'vizitka.db'))).toBe(true);
  });
});

describe('a crash', () => {
  test('starts the engine again with what was saved, and tells nothing of what it was about', async () => {
    const engine = await startEngine();
    await clientOf(engine.connect('script')).clients.create(newClient('Uložený'));
    const reopened = new Promise<void>((resolve) => engine.onReopened(resolve));
    const port = engine.connect('window');
    const gone = closed(port);
    port.postMessage('crash');
    await Promise.all([gone, reopened]);
    expect((await clientOf(engine.connect('script')).status.get({})).clients).toBe(1);
    const trace = traces.splice(0).join('\n');
    expect(trace).toContain('TypeError');
    expect(trace).not.toMatch(/Kováčová|905/);
  });

  test('the third within a minute ends it', async () => {
    const engine = await startEngine();
    const ended = engine.ended.catch((error: unknown) => error);
    for (let crash = 1; crash <= 3; crash += 1) {
      const reopened = new Promise<void>((resolve) => engine.onReopened(resolve));
      engine.connect('window').postMessage('crash');
      await Promise.race([reopened, ended]);
    }
    expect(await ended).toMatchObject({ reason: 'crashing' });
    expect(traces.splice(0)).toHaveLength(2);
    expect(readHolder(profile)).not.toBeNull();
    expect((await startEngine()).opened.folder).toBe(profile);
  });
});
