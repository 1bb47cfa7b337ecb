/** The desktop's engine process: opened by a message, served over its ports, reached by others, ended. */
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { HostOptions } from '#main/engine/host.ts';
import { askForWindow, reachEngine } from '#main/engine/reach.ts';
import { readHolder } from '#main/security/lock.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { startUtilityEngine } from '../../helpers/utility-engine.ts';

let profile: string;
let options: HostOptions;
beforeEach(() => {
  profile = path.join(makeFolder(), 'base');
  const sealed = randomBytes(48).toString('base64');
  options = {
    profile,
    shell: 'desktop',
    defaults: { language: 'sk', country: 'SK', name: 'Eva' },
    keyStore: {
      backend: 'gnome_libsecret',
      usable: true,
      opened: {},
      refused: [],
      fresh: { wrappingKey: randomBytes(32).toString('base64'), sealed },
    },
  };
});

async function startOpen() {
  const engine = startUtilityEngine();
  engine.say({ do: 'open', options });
  await engine.hear('open');
  return engine;
}

const newClient = (name: string) => ({ id: randomUUID(), values: { name, status: 'active' as const } });

test('a port asked for at once is served as soon as the base is open', async () => {
  const engine = startUtilityEngine();
  engine.say({ do: 'open', options });
  const { client } = engine.connect('window');
  expect((await client.settings.get({})).profile.folder).toBe(profile);
});

test("it asks a server through Electron's own network, and takes no hotel's page for one", async () => {
  const agents: (string | undefined)[] = [];
  const hotel = http.createServer((request, response) => {
    agents.push(request.headers['user-agent']);
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>');
  });
  await new Promise<void>((resolve) => hotel.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void hotel.close());
  const { client } = (await startOpen()).connect('window');
  const server = `http://127.0.0.1:${(hotel.address() as AddressInfo).port}`;
  const input = {
    server,
    email: 'eva@example.com',
    password: 'correct horse',
    invitation: null,
    device: 'L',
  };
  await expect(client.sync.signIn(input)).rejects.toMatchObject({ data: { reason: 'notOurServer' } });
  expect(agents).toEqual([expect.stringContaining('Electron/')]);
});

test('what it opens is in no argument and no environment', async () => {
  const engine = await startOpen();
  const { fresh } = options.keyStore ?? {};
  expect(engine.child.spawnargs.join(' ')).not.toContain(profile);
  if (process.platform === 'linux') {
    const environment = fs.readFileSync(`/proc/${engine.child.pid}/environ`, 'utf8');
    expect(environment).not.toContain(fresh?.wrappingKey);
  }
});

test('others of the same user reach it, and asking for the window asks main', async () => {
  const engine = await startOpen();
  const { client } = engine.connect('window');
  await client.clients.create(newClient('Firma'));
  expect(readHolder(profile)).toMatchObject({ shell: 'desktop', pid: engine.child.pid });

  const script = await reachEngine({ ...options, shell: 'commandLine', keyStore: undefined });
  expect((await script.client.status.get({})).clients).toBe(1);
  script.close();
  expect(await askForWindow(profile)).toEqual({ address: null });
  await engine.hear('windowAsked');
});

test('a refused profile is told with its reason', async () => {
  await startOpen();
  const second = startUtilityEngine();
  second.say({ do: 'open', options });
  expect(await second.hear('refused')).toMatchObject({ reason: 'held', details: { shell: 'desktop' } });
});

test('a malformed message closes its own port only', async () => {
  const engine = await startOpen();
  const bad = engine.connect('window');
  bad.send('no json');
  await bad.closed;
  expect((await engine.connect('window').client.status.get({})).clients).toBe(0);
});

describe('the end', () => {
  test('closing writes everything and gives the profile back', async () => {
    const engine = await startOpen();
    const line = engine.connect('window');
    await line.client.clients.create(newClient('Firma'));
    engine.say({ do: 'close' });
    await Promise.all([engine.hear('closed'), line.closed]);
    expect(readHolder(profile)).toBeNull();
    expect(fs.existsSync(path.join(profile, 'open'))).toBe(false);
  });

  test('Ctrl+C reaches it too, and it waits for what the window still sends', async () => {
    // Windows knows no such signal between processes: there it would simply be ended.
    if (process.platform === 'win32') return;
    const engine = await startOpen();
    engine.child.kill('SIGINT');
    await engine.connect('window').client.clients.create(newClient('Posledný'));
    engine.say({ do: 'close' });
    await engine.ended;
    expect(readHolder(profile)).toBeNull();
  });

  test('a bug ends it with a trace that repeats no data', async () => {
    const engine = await startOpen();
    engine.child.send({ data: { do: 'connect', view: 'Jana Kováčová' }, ports: 'not a list' });
    expect(await engine.ended).toBe(1);
    expect(engine.lastWords()).toContain('TypeError');
    expect(engine.lastWords()).not.toContain('Jana');
  });
});
