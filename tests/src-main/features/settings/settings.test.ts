import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EngineContext } from '#main/data/context.ts';
import { listMembers } from '#main/features/settings/queries.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

let engine: TestEngine;

beforeEach(() => {
  engine = openTestEngine();
});

afterEach(() => engine.close());

test('a new base is not ready, and says what it begins with', async () => {
  const settings = await engine.client.settings.get({});
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(settings).toEqual({
    ready: false,
    preferences: {
      language: 'sk',
      country: 'SK',
      theme: 'system',
      letterKeys: true,
      columns: {},
      railFolded: false,
      email: null,
    },
    member: { id: engine.base.member(), name: 'Jana Testová' },
    profile: { folder: engine.folder, kind: 'own', risk: null, keySlots: ['keyFile'], version },
  });
});

test('the first start keeps the answers, and a reopened base still has them', async () => {
  await engine.client.settings.setUp({ language: 'en', country: 'CZ', name: 'Peter Kováč' });
  const { folder, key } = engine;
  engine.close();
  engine = openTestEngine({ folder, key: Buffer.from(key) });
  const settings = await engine.client.settings.get({});
  expect(settings).toMatchObject({
    ready: true,
    preferences: { language: 'en', country: 'CZ' },
    member: { name: 'Peter Kováč' },
  });
});

test('a changed preference leaves the others as they were and tells the screens', async () => {
  const topics: string[] = [];
  engine.base.events.listen((event) => topics.push(...event.topics));
  await engine.client.settings.change({ theme: 'dark', columns: { clients: ['name', 'town'] } });
  await engine.client.settings.change({ letterKeys: false });
  expect((await engine.client.settings.get({})).preferences).toMatchObject({
    language: 'sk',
    theme: 'dark',
    letterKeys: false,
    columns: { clients: ['name', 'town'] },
  });
  expect(new Set(topics)).toEqual(new Set(['setting']));
});

test('the new name of the member is a change like any other and can be taken back', async () => {
  await engine.client.settings.rename({ name: 'Jana Nová' });
  expect(listMembers(engine.base)).toEqual([{ id: engine.base.member(), name: 'Jana Nová' }]);
  const [last] = await engine.client.undo.recent({ limit: 1 });
  expect(last?.label.params).toEqual({ name: 'Jana Nová' });
  await engine.client.undo.apply({ action: last?.action ?? '' });
  expect(await engine.client.settings.members({})).toEqual([
    { id: engine.base.member(), name: 'Jana Testová' },
  ]);
});

test('opening another profile is left to the host', async () => {
  const opened: string[] = [];
  const host = engine.context.host as { openProfile: EngineContext['host']['openProfile'] };
  host.openProfile = async (kind) => {
    opened.push(kind);
  };
  await engine.client.settings.openProfile({ kind: 'demo' });
  expect(opened).toEqual(['demo']);
});
