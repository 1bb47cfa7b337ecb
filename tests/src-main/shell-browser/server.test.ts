/** The doors of the browser shell, over a real server on the loopback address. */
import fs from 'node:fs';
import path from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { startServer, type WindowServer } from '#main/shell-browser/server.ts';
import { readStaticFiles } from '#main/shell-window/static-files.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { cookieOf, request } from '../../helpers/http.ts';

const PAGE =
  '<!doctype html><meta name="csp-nonce" content="__NONCE__"><script src="/assets/app.js"></script>';
const ID = '0190a6c4-7c1e-7a52-9b1c-3f0d5a2b4c6d';

let server: WindowServer;
let origin: string;
let ports: MessagePort[];

beforeEach(async () => {
  const folder = makeFolder();
  fs.mkdirSync(path.join(folder, 'out', 'assets'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'secret.json'), '{"secret":true}');
  fs.writeFileSync(path.join(folder, 'out', 'index.html'), PAGE);
  fs.writeFileSync(path.join(folder, 'out', 'assets', 'app.js'), 'start();');
  fs.writeFileSync(path.join(folder, 'out', 'assets', 'notes.unknown'), 'x');
  const files = readStaticFiles(path.join(folder, 'out'));
  if (!files) throw new Error('no page');
  ports = [];
  const words = { lang: 'sk', openAgain: 'Otvorte ju znova.', used: 'Adresa už bola použitá.' };
  // The other end answers each message with itself: the engine has tests of its own.
  const connect = () => {
    const { port1, port2 } = new MessageChannel();
    port2.on('message', (message) => port2.postMessage(message));
    ports.push(port2);
    return port1;
  };
  const started = await startServer({ port: 0, files, words, connect });
  server = started;
  origin = new URL(server.newAddress()).origin;
  onTestFinished(() => started.close());
});

async function enter(): Promise<{ cookie: string }> {
  return { cookie: cookieOf(await request(server.newAddress())) };
}

describe('token and cookie', () => {
  test('a token is good once: it becomes a cookie for scripts out of reach, and leaves the address', async () => {
    const address = server.newAddress();
    const first = await request(address);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']?.[0]).toMatch(
      /^vizitka-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const second = await request(address);
    expect(second.status).toBe(401);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('Adresa už bola použitá.');
  });

  test('a made-up token is refused', async () => {
    expect((await request(`${origin}/?token=${'a'.repeat(43)}`)).status).toBe(401);
    expect((await request(`${origin}/?token=`)).status).toBe(401);
  });

  test('each new address opens a window of its own', async () => {
    const [one, two] = [await enter(), await enter()];
    expect(one.cookie).not.toBe(two.cookie);
    for (const headers of [one, two]) expect((await request(origin, headers)).status).toBe(200);
  });

  test('a look without GET, or a preview of the browser, does not use the token up', async () => {
    const address = server.newAddress();
    expect((await request(address, {}, { method: 'HEAD' })).headers['set-cookie']).toBeUndefined();
    expect((await request(address, { 'sec-purpose': 'prefetch' })).headers['set-cookie']).toBeUndefined();
    expect((await request(address)).status).toBe(303);
  });

  test('nothing is given to a browser without the cookie, or with a wrong one', async () => {
    const { cookie } = await enter();
    const wrong = `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`;
    for (const headers of [{}, { cookie: wrong }, { cookie: cookie.replace('vizitka-', 'x-') }]) {
      for (const place of ['/', '/assets/app.js', `/clients/${ID}`]) {
        const answer = await request(origin + place, headers as Record<string, string>);
        expect(answer.status, place).toBe(401);
        expect(answer.body).not.toContain('start()');
      }
    }
  });
});

describe('foreign pages', () => {
  test.each([
    ['another name for this machine', { host: 'rebind.example.net' }],
    ['the name without the port', { host: '127.0.0.1' }],
    ['localhost', { host: 'localhost:PORT' }],
  ])('%s in Host is refused', async (_, headers) => {
    const { cookie } = await enter();
    const host = headers.host.replace('PORT', new URL(origin).port);
    expect((await request(origin, { cookie })).status).toBe(200);
    expect((await request(origin, { cookie, host })).status).toBe(403);
    expect((await request(server.newAddress(), { host })).headers['set-cookie']).toBeUndefined();
  });

  test.each([
    'http://127.0.0.1:1',
    'http://localhost:PORT',
    'https://127.0.0.1:PORT',
    'null',
    'https://evil.example',
  ])('the origin %s is refused', async (foreign) => {
    const { cookie } = await enter();
    const answer = await request(origin, { cookie, origin: foreign.replace('PORT', new URL(origin).port) });
    expect(answer.status).toBe(403);
  });

  test.each(['cross-site', 'same-site'])('a request that the browser calls %s is refused', async (site) => {
    const { cookie } = await enter();
    expect((await request(origin, { cookie, 'sec-fetch-site': 'none' })).status).toBe(200);
    expect((await request(origin, { cookie, 'sec-fetch-site': site })).status).toBe(403);
  });

  test('no answer allows another origin, and nothing but reading is taken', async () => {
    const { cookie } = await enter();
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
      const answer = await request(origin, { cookie, origin }, { method });
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      expect(answer.status).toBe(method === 'GET' ? 200 : 405);
    }
  });
});

describe('the page', () => {
  test('comes with a strict policy and a nonce of its own each time', async () => {
    const headers = await enter();
    const answers = [await request(origin, headers), await request(origin, headers)];
    const nonces = answers.map(({ body }) => /content="([^"]+)"/.exec(body)?.[1]);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(answers[0]?.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; " +
        `style-src 'self' 'nonce-${nonces[0]}'; img-src 'self' data: blob:; media-src blob:; font-src 'self'; ` +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  test('every answer, also a refusal, is kept nowhere, framed nowhere and told no further', async () => {
    const headers = await enter();
    for (const answer of [
      await request(origin, headers),
      await request(`${origin}/assets/app.js`, headers),
      await request(`${origin}/nothing`, headers),
      await request(origin),
      await request(origin, { host: 'x' }),
    ]) {
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(answer.headers['permissions-policy']).toContain('camera=()');
    }
  });

  test('its own routes serve it; only ids stand in them, never a name', async () => {
    const headers = await enter();
    for (const place of [
      '/',
      '/clients',
      `/clients/${ID}`,
      '/settings',
      '/exchange/import',
      `/contracts/${ID}`,
    ]) {
      expect((await request(origin + place, headers)).body, place).toContain('/assets/app.js');
    }
    for (const place of [
      '/clients/Kovac',
      '/clients/jan-kovac',
      '/invoices',
      '/clients/',
      `/clients//${ID}`,
    ]) {
      expect((await request(origin + place, headers)).status, place).toBe(404);
    }
  });
});

describe('files', () => {
  test('are served with their exact type', async () => {
    const answer = await request(`${origin}/assets/app.js`, await enter());
    expect(answer).toMatchObject({ status: 200, body: 'start();' });
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/assets/%2e%2e%5c%2e%2e%5csecret.json',
    '/assets\\..\\..\\secret.json',
    '//secret.json',
    '/assets/app.js/',
    '/assets/APP.JS',
    '/assets/',
    '/assets/notes.unknown',
    '/index.html',
    '/assets/app.js%00.png',
  ])('no spelling leads elsewhere: %s', async (place) => {
    const answer = await request(origin, await enter(), { path: place });
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('secret"');
  });
});

describe('the socket', () => {
  const open = (headers: Record<string, string>, place = '/rpc') =>
    new Promise<WebSocket | number>((resolve) => {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}${place}`, { headers });
      onTestFinished(() => socket.terminate());
      socket.once('open', () => resolve(socket));
      socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
      socket.once('error', () => resolve(-1));
    });

  test('opens for our own page and carries text and bytes both ways as they are', async () => {
    const socket = await open({ ...(await enter()), origin });
    if (typeof socket === 'number') throw new Error(`refused: ${socket}`);
    const echo = (message: string | Uint8Array) =>
      new Promise<unknown>((resolve) => {
        socket.once('message', (data: Buffer, isBinary) =>
          resolve(isBinary ? new Uint8Array(data) : String(data)),
        );
        socket.send(message);
      });
    expect(await echo('{"i":"č"}')).toBe('{"i":"č"}');
    expect(await echo(new Uint8Array([123, 255, 0]))).toEqual(new Uint8Array([123, 255, 0]));
  });

  test.each([
    ['no cookie', {}],
    ['no origin', { cookie: 'OWN' }],
    ['another port of this machine', { cookie: 'OWN', origin: 'http://127.0.0.1:1' }],
    ['a foreign page', { cookie: 'OWN', origin: 'https://evil.example' }],
    ['a rebound name', { cookie: 'OWN', origin: 'OWN', host: 'evil.example' }],
    ['a request called same-site', { cookie: 'OWN', origin: 'OWN', 'sec-fetch-site': 'same-site' }],
  ])('stays shut for %s', async (_, given: Record<string, string>) => {
    const { cookie } = await enter();
    const headers: Record<string, string> = given.cookie ? { ...given, cookie } : { ...given, origin };
    if (headers.origin === 'OWN') headers.origin = origin;
    expect(await open(headers)).toBe(403);
    expect(ports).toHaveLength(0);
  });

  test('stays shut at every other address', async () => {
    expect(await open({ ...(await enter()), origin }, '/rpc?x=1')).toBe(403);
    expect(await open({ ...(await enter()), origin }, '/')).toBe(403);
  });

  test('a message above the limit ends the connection, and the engine never sees it', async () => {
    const socket = await open({ ...(await enter()), origin });
    if (typeof socket === 'number') throw new Error(`refused: ${socket}`);
    let seen = 0;
    ports[0]?.on('message', () => (seen += 1));
    const code = await new Promise((resolve) => {
      socket.once('close', resolve);
      socket.send(Buffer.alloc(32 * 1024 * 1024 + 1));
    });
    expect(code).toBe(1009);
    expect(seen).toBe(0);
  });

  test('goes when the engine goes, and the engine end goes with the window', async () => {
    const first = await open({ ...(await enter()), origin });
    if (typeof first === 'number') throw new Error(`refused: ${first}`);
    const closed = new Promise((resolve) => first.once('close', resolve));
    ports[0]?.close();
    expect(await closed).toBe(4001);
    const second = await open({ ...(await enter()), origin });
    if (typeof second === 'number') throw new Error(`refused: ${second}`);
    const gone = new Promise((resolve) => ports[1]?.once('close', () => resolve('gone')));
    second.close();
    expect(await gone).toBe('gone');
  });
});
