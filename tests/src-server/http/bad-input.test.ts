import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import process from 'node:process';
import { buffer, text } from 'node:stream/consumers';
import zlib from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messages } from '#shared/sync/messages.ts';
import { MESSAGE_BYTES, PRODUCT, PROTOCOL, syncError } from '#shared/sync/wire.ts';
import type { TestServer } from '../../helpers/hosted-server.ts';
import { startServer } from '../../helpers/start-server.ts';
import { ask, signInDevice } from '../../helpers/sync-device.ts';

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await startServer();
  const admin = { email: 'eva@firm.example', invitation: server.adminInvitation };
  token = (await signInDevice(server.url, admin)).accessToken;
});
afterAll(() => server.stop());

const asDevice = () => ({ authorization: `Bearer ${token}` });
const json = { 'content-type': 'application/json' };

async function post(path: string, body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { ...json, ...asDevice(), ...headers },
    body,
  });
  return { status: answer.status, headers: answer.headers, body: syncError.parse(await answer.json()) };
}

test('every refusal is one of ours, whatever is asked', async () => {
  const unknown = await fetch(`${server.url}/index.php?x=1`);
  expect(unknown.status).toBe(404);
  expect(syncError.parse(await unknown.json())).toMatchObject({ product: PRODUCT, error: 'not_found' });
  const wrong = await fetch(`${server.url}/v1/push`);
  expect(wrong.status).toBe(405);
  expect(wrong.headers.get('allow')).toBe('POST');
  expect(syncError.parse(await wrong.json())).toMatchObject({ error: 'invalid', reason: 'method' });
  for (const path of ['/v1/%', '/v1/members/%zz', '/..%2f..%2fetc/passwd']) {
    const answer = await fetch(server.url + path);
    expect([400, 404]).toContain(answer.status);
    syncError.parse(await answer.json());
  }
});

test.each([
  '{',
  '',
  'null',
  '[]',
  '"x"',
  '{"protocol":"1"}',
  '<html></html>',
  '\u0000',
  '{"__proto__":{"admin":true}}',
])('no message: %j', async (body) => {
  expect(await post('/v1/push', body)).toMatchObject({ status: 400, body: { error: 'invalid' } });
});

test('what is wrong is named by its place, never by what stood there', async () => {
  const { body } = await post('/v1/refresh', JSON.stringify({ refreshToken: { secret: 'hunter2' } }));
  expect(body).toEqual({ product: PRODUCT, error: 'invalid', reason: 'refreshToken: invalid_type' });
});

test('other types and encodings than JSON are refused', async () => {
  const answer = await fetch(`${server.url}/v1/push`, {
    method: 'POST',
    headers: { ...asDevice(), 'content-type': 'text/xml' },
    body: '<x/>',
  });
  expect(answer.status).toBe(400);
  expect(syncError.parse(await answer.json())).toMatchObject({ error: 'invalid' });
  const encoded = await post('/v1/push', '{}', { 'content-encoding': 'zstd' });
  expect(encoded.body).toMatchObject({ error: 'invalid', reason: 'content-encoding' });
  const broken = await post('/v1/push', 'no gzip', { 'content-encoding': 'gzip' });
  expect(broken.body).toMatchObject({ error: 'invalid', reason: 'content-encoding' });
});

test('compressed requests are read, compressed answers given', async () => {
  for (const [encoding, pack] of [
    ['gzip', zlib.gzipSync],
    ['br', zlib.brotliCompressSync],
    ['deflate', zlib.deflateSync],
  ] as const) {
    const body = pack(JSON.stringify({ refreshToken: 'none' }));
    expect(await post('/v1/refresh', body, { 'content-encoding': encoding })).toMatchObject({ status: 401 });
  }
  for (const encoding of ['br', 'gzip'] as const) {
    const answer = await raw('/openapi.json', { 'accept-encoding': `x, ${encoding};q=0.5` });
    expect(answer.headers['content-encoding']).toBe(encoding);
    const unpack = encoding === 'br' ? zlib.brotliDecompressSync : zlib.gunzipSync;
    expect(JSON.parse(unpack(answer.body).toString())).toMatchObject({ openapi: '3.1.0' });
  }
  const refused = await raw('/openapi.json', { 'accept-encoding': 'gzip;q=0, br;q=0.0' });
  expect(refused.headers['content-encoding']).toBeUndefined();
});

test('a decompression bomb is cut off, and takes no memory', async () => {
  const before = process.memoryUsage().rss;
  const zeros = Buffer.alloc(64 * 1024 * 1024);
  const bombs = [
    ['gzip', zlib.gzipSync(zeros)],
    ['br', zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } })],
  ] as const;
  for (const [encoding, bomb] of bombs) {
    expect(bomb.length).toBeLessThan(MESSAGE_BYTES);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post('/v1/push', bomb, { 'content-encoding': encoding })),
    );
    for (const answer of answers) expect(answer).toMatchObject({ status: 413, body: { error: 'too_large' } });
  }
  // Forty unpacked bombs would be 2.5 GB; the buffer of zeros above is ours.
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
});

test('a body that is too large is refused, with and without its length', async () => {
  const large = `"${'x'.repeat(MESSAGE_BYTES)}"`;
  expect(await post('/v1/push', large)).toMatchObject({ status: 413, body: { error: 'too_large' } });
  const chunked = http.request(`${server.url}/v1/push`, {
    method: 'POST',
    headers: { ...json, ...asDevice() },
  });
  chunked.on('error', () => undefined);
  const answered = once(chunked, 'response') as Promise<[http.IncomingMessage]>;
  chunked.write(large.slice(0, 600_000));
  chunked.write(large.slice(600_000));
  chunked.write(large);
  const [answer] = await answered;
  expect(answer.statusCode).toBe(413);
  chunked.destroy();
});

test('nesting without end is refused', async () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  expect(await post('/v1/push', deep)).toMatchObject({
    status: 400,
    body: { error: 'invalid', reason: 'depth' },
  });
  const quoted = JSON.stringify({ refreshToken: '[{'.repeat(200) + '\\"' });
  expect(await post('/v1/refresh', quoted)).toMatchObject({ status: 401 });
});

test('half a body changes nothing, and the server answers on', async () => {
  const { port } = new URL(server.url);
  const socket = net.connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST /v1/sign-out HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n` +
      'content-type: application/json\r\ncontent-length: 100\r\n\r\n{"a":',
  );
  socket.end();
  await text(socket);
  await ask(server.url, 'devices', {}, token);
});

test('what is no HTTP gets an answer of ours', async () => {
  const { port } = new URL(server.url);
  const socket = net.connect(Number(port), '127.0.0.1');
  socket.write('hello?\r\n\r\n');
  const said = await text(socket);
  expect(said).toMatch(/^HTTP\/1\.1 400/);
  expect(syncError.parse(JSON.parse(said.split('\r\n\r\n')[1] ?? ''))).toMatchObject({ error: 'invalid' });
});

test('a protocol of the past is told to upgrade, before its message is looked at', async () => {
  const old = JSON.stringify({ protocol: PROTOCOL - 1, unknown: true });
  expect(await post('/v1/hello', old)).toMatchObject({ status: 426, body: { error: 'upgrade_required' } });
});

test('every message of a device needs its token, and says nothing else without it', async () => {
  for (const { method, path, auth } of Object.values(messages)) {
    if (auth === 'none') continue;
    const answer = await fetch(server.url + path, {
      method,
      headers: json,
      ...(method === 'POST' && { body: '{}' }),
    });
    expect([path, answer.status]).toEqual([path, 401]);
    expect(await answer.json()).toEqual({ product: PRODUCT, error: 'unauthorised' });
  }
});

test('answers carry strict headers', async () => {
  const { headers } = await raw('/v1/about', {});
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'content-type': 'application/json; charset=utf-8',
  });
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
    expect(headers).not.toHaveProperty(name);
});

test('the log tells method, route, status and duration, and nothing of a person', async () => {
  server.log.length = 0;
  const email = 'somebody.private@firm.example';
  await post('/v1/sign-in', JSON.stringify({ email, password: 'a private word' }));
  await fetch(`${server.url}/v1/members?token=${token}&email=${email}`, { headers: asDevice() });
  await fetch(`${server.url}/${email}`);
  // The line is written when the answer has left.
  await expect.poll(() => server.log.length).toBe(3);
  for (const line of server.log) {
    const entry = JSON.parse(line) as object;
    expect(Object.keys(entry).toSorted()).toEqual([
      'level',
      'method',
      'ms',
      'msg',
      'reqId',
      'route',
      'status',
      'time',
    ]);
    expect(line).not.toMatch(/private|firm\.example|Bearer|v[ar]\.|127\.0\.0\.1/);
  }
});

function raw(path: string, headers: http.OutgoingHttpHeaders) {
  return new Promise<{ headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    http
      .get(server.url + path, { headers, agent: false }, (answer) => {
        buffer(answer).then((body) => resolve({ headers: answer.headers, body }), reject);
      })
      .on('error', reject);
  });
}
