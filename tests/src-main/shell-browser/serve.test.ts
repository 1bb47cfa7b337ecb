/** The browser shell as a process: its address, a second start, and its end. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { makeFolder } from '../../helpers/folder.ts';
import { cookieOf, request } from '../../helpers/http.ts';
import { startShell } from '../../helpers/processes.ts';

test('one window after another on one engine: a second start prints one more address and ends', async () => {
  const profile = path.join(makeFolder(), 'base');
  const first = await startShell(profile);
  const second = await startShell(profile);
  expect(new URL(second.address).origin).toBe(new URL(first.address).origin);
  expect(second.address).not.toBe(first.address);
  expect(await second.ended).toBe(0);

  const cookies = [cookieOf(await request(first.address)), cookieOf(await request(second.address))];
  const { origin } = new URL(first.address);
  for (const cookie of cookies) expect((await request(origin, { cookie })).body).toContain('<title>Vizitka');
  expect(await first.end('SIGINT')).toBe(0);
});

test('a window over the socket reads, writes and hears of it', async () => {
  const shell = await startShell(path.join(makeFolder(), 'base'));
  const { origin } = new URL(shell.address);
  const cookie = cookieOf(await request(shell.address));
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin } });
  const heard: string[] = [];
  const answered = new Promise<string>((resolve) => {
    socket.on('message', (data) => {
      heard.push(String(data));
      if (heard.some((text) => text.includes('"client"'))) resolve(heard.join('\n'));
    });
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const call = (i: string, u: string, json: unknown) =>
    socket.send(JSON.stringify({ i, p: { u, b: { json } } }));
  const first = new Promise((resolve) => socket.once('message', resolve));
  call('1', '/live/changes', {});
  await first;
  const id = '0190a6c4-7c1e-7a52-9b1c-3f0d5a2b4c6d';
  call('2', '/clients/create', { id, values: { name: 'Zo socketu', status: 'active' } });
  expect(await answered).toContain(id);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  expect(await shell.end()).toBe(0);
  await closed;
});
