import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { once } from 'node:events';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { makeFolder } from '../../helpers/folder.ts';
import { listenPokes } from '../../helpers/listen-pokes.ts';
import { runServerCommand, startServerProcess } from '../../helpers/server-process.ts';
import { ask, signInDevice } from '../../helpers/sync-device.ts';
import { makeDatabase } from '../../helpers/test-database.ts';

/** A first start makes a PostgreSQL; on a busy machine that takes a while. */
const LONG = 120_000;

test(
  'from the first start to a restore, as an operator does it',
  async () => {
    const data = makeFolder();
    const first = await startServerProcess(['--data', data, '--workspace', 'Firma']);
    await expect.poll(() => first.invitation).toBeDefined();
    const signed = await signInDevice(first.url, {
      email: 'eva@firm.example',
      invitation: first.invitation ?? '',
    });
    expect(signed.workspace.name).toBe('Firma');
    const second = await runServerCommand(['--data', data, '--port', '0']);
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(/^Another server uses .+\n$/);
    const busy = await runServerCommand(['--data', makeFolder(), '--port', new URL(first.url).port]);
    expect(busy.code).toBe(1);
    expect(busy.err).toMatch(/^Port \d+ on 127\.0\.0\.1 is in use\. Give another with --port\.$/m);

    const invited = await runServerCommand(['invite-admin', '--data', data, '--email', 'jan@firm.example']);
    expect(invited).toMatchObject({ code: 0, err: '' });
    const invitation = /^vi\.\S+$/m.exec(invited.out)?.[0] ?? '';
    expect((await signInDevice(first.url, { email: 'jan@firm.example', invitation })).member.role).toBe(
      'admin',
    );

    const backup = path.join(makeFolder(), 'backup');
    const written = await runServerCommand(['backup', backup, '--data', data]);
    expect(written).toMatchObject({ code: 0, err: '' });
    expect(written.out).toMatch(/^Backup written and read back: .+ rows, \d+ bytes, 0 attachments\n$/);
    const running = await runServerCommand(['restore', backup, '--data', data, '--replace']);
    expect(running).toMatchObject({ code: 1 });
    expect(running.err).toMatch(/^Another server uses /);

    const ear = await listenPokes(first.url, signed.accessToken);
    const ended = await first.end('SIGTERM');
    expect(ended.code).toBe(0);
    await ear.ended;
    expect(fs.existsSync(path.join(data, 'postgres', 'postmaster.pid'))).toBe(false);

    const refused = await runServerCommand(['restore', backup, '--data', data]);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toMatch(/^The database is not empty\./);
    const restored = await runServerCommand(['restore', backup, '--data', data, '--replace']);
    expect(restored).toMatchObject({ code: 0, err: '' });
    const again = await startServerProcess(['--data', data]);
    const { members } = await ask(again.url, 'members', {}, signed.accessToken);
    expect(members.map(({ email }) => email).toSorted()).toEqual(['eva@firm.example', 'jan@firm.example']);
    expect((await again.end('SIGINT')).code).toBe(0);
    expect(again.invitation).toBeUndefined();
  },
  LONG,
);

test(
  'a killed server leaves nothing that keeps the next one from starting',
  async () => {
    const data = makeFolder();
    const first = await startServerProcess(['--data', data]);
    await expect.poll(() => first.invitation).toBeDefined();
    const signed = await signInDevice(first.url, {
      email: 'eva@firm.example',
      invitation: first.invitation ?? '',
    });
    await first.end('SIGKILL');
    const second = await startServerProcess(['--data', data]);
    await ask(second.url, 'devices', {}, signed.accessToken);
    expect((await second.end()).code).toBe(0);
  },
  LONG,
);

test('a request under way is answered before the server ends', async () => {
  const server = await startServerProcess(['--data', makeFolder()], { DATABASE_URL: await makeDatabase() });
  const socket = net.connect(Number(new URL(server.url).port), '127.0.0.1');
  await once(socket, 'connect');
  let said = '';
  socket.setEncoding('utf8').on('data', (part: string) => (said += part));
  const body = JSON.stringify({ refreshToken: 'none' });
  const head = `POST /v1/refresh HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  socket.write(head + body.slice(0, 5));
  await fetch(`${server.url}/v1/about`);
  const ended = server.end();
  // The server no longer listens: from here on it is on its way out.
  await expect
    .poll(() =>
      fetch(`${server.url}/v1/about`).then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed');
  socket.write(body.slice(5));
  await expect.poll(() => said).toContain('HTTP/1.1 401');
  expect((await ended).code).toBe(0);
});

test.each([
  ['a port that is none', ['--port', '99999'], {}, 2, /--port 99999/],
  ['an unknown command', ['dance'], {}, 2, /unknown: dance/],
  ['an option of another command', ['--replace'], {}, 2, /--replace means nothing here/],
  [
    'an address that nobody has',
    ['--host', '203.0.113.1'],
    { url: true },
    1,
    /^This machine has no address 203\.0\.113\.1\.$/m,
  ],
  [
    'a DATABASE_URL that is none',
    [],
    { DATABASE_URL: 'localhost' },
    1,
    /^DATABASE_URL is no address of a PostgreSQL/,
  ],
  [
    'nobody at DATABASE_URL',
    [],
    { DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z' },
    1,
    /cannot be reached \(ECONNREFUSED\)\.$/m,
  ],
] as const)(
  '%s: a sentence',
  async (_, args, { url, ...env }: { url?: boolean; DATABASE_URL?: string }, code, err) => {
    const given = url ? { DATABASE_URL: await makeDatabase() } : env;
    const ended = await runServerCommand([...args, ...(code === 2 ? [] : ['--data', makeFolder()])], given);
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.err).toMatch(err);
    expect(ended.err).not.toMatch(/ at .*\.js/);
  },
);

test('a data folder that is none: a sentence', async () => {
  const file = path.join(makeFolder(), 'file');
  fs.writeFileSync(file, '');
  for (const data of [file, path.join(file, 'inside')]) {
    const ended = await runServerCommand(['--data', data, '--port', '0']);
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/is no folder\.\n$/);
  }
});

test('a wrong password for the database is said without telling it', async () => {
  const url = new URL(await makeDatabase());
  url.password = 'not-the-password';
  const ended = await runServerCommand(['--data', makeFolder()], { DATABASE_URL: url.href });
  expect(ended.code).toBe(1);
  expect(ended.err).toMatch(/cannot be reached \(28P01\)/);
  expect(ended.err).not.toContain('not-the-password');
});

test('a backup by another version of the program changes no tables', async () => {
  const url = await makeDatabase();
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    'DELETE FROM vizitka.migration WHERE created_at = (SELECT max(created_at) FROM vizitka.migration)',
  );
  const backup = path.join(makeFolder(), 'backup');
  const ended = await runServerCommand(['backup', backup, '--data', makeFolder()], { DATABASE_URL: url });
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err).toMatch(/^The tables are of another version of the server\./);
  expect(fs.existsSync(backup)).toBe(false);
  await client.query('DROP SCHEMA vizitka CASCADE');
  const empty = await runServerCommand(['invite-admin', '--data', makeFolder()], { DATABASE_URL: url });
  expect(empty.err).toBe("There is no server's database yet. Start the server first.\n");
  await client.end();
});

test('help tells the commands', async () => {
  const ended = await runServerCommand(['--help']);
  expect(ended).toMatchObject({ code: 0, err: '' });
  for (const word of ['backup', 'restore', 'invite-admin', 'DATABASE_URL']) expect(ended.out).toContain(word);
});

test('it tells nobody about itself, whatever the environment asks for', async () => {
  let asked = 0;
  const collector = http.createServer((_, response) => {
    asked += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as net.AddressInfo;
  const server = await startServerProcess(['--data', makeFolder()], {
    DATABASE_URL: await makeDatabase(),
    NODE_ENV: 'production',
    TEST: undefined,
    VITEST: undefined,
    BETTER_AUTH_TELEMETRY: '1',
    BETTER_AUTH_TELEMETRY_ENDPOINT: `http://127.0.0.1:${port}/`,
  });
  await expect.poll(() => server.invitation).toBeDefined();
  await signInDevice(server.url, { email: 'eva@firm.example', invitation: server.invitation ?? '' });
  expect((await server.end()).code).toBe(0);
  expect(asked).toBe(0);
  collector.close();
});
