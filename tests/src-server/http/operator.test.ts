import { expect, test } from 'vitest';
import { messages } from '#shared/sync/messages.ts';
import { POKE_PATH } from '#shared/sync/wire.ts';
import { startServer } from '../../helpers/start-server.ts';
import { ask, signInDevice } from '../../helpers/sync-device.ts';

type Json = Record<string, unknown>;

test('the description holds every message, with schemas that are whole', async () => {
  const { url } = await startServer();
  const described = (await (await fetch(`${url}/openapi.json`)).json()) as Json;
  expect(described).toMatchObject({ openapi: '3.1.0', info: { title: 'Vizitka sync', version: '0.0.0' } });
  const paths = described['paths'] as Record<string, Record<string, Json>>;
  const ids = new Set<unknown>();
  for (const [name, { method, path, auth }] of Object.entries(messages)) {
    const operation = paths[path]?.[method.toLowerCase()];
    expect(operation, name).toMatchObject({
      operationId: name,
      security: auth === 'device' ? [{ device: [] }] : [],
      responses: { 200: { content: { 'application/json': { schema: { type: 'object' } } } } },
    });
    expect('requestBody' in (operation ?? {})).toBe(method === 'POST');
    ids.add(operation?.['operationId']);
  }
  expect(Object.keys(paths).toSorted()).toEqual(
    [...new Set([...Object.values(messages).map(({ path }) => path), POKE_PATH])].toSorted(),
  );
  expect(ids.size).toBe(Object.keys(messages).length);
  for (const reference of references(described)) expect(resolve(described, reference)).toBeDefined();
  // What a generator needs to know of an answer stands in it, and not an empty schema.
  const push = paths['/v1/push']?.['post'] as { requestBody: { content: Record<string, { schema: Json }> } };
  const { schema } = push.requestBody.content['application/json'] ?? {};
  expect(schema).toMatchObject({ required: ['protocol', 'epoch', 'changes'] });
  expect(schema).toMatchObject({ properties: { changes: { maxItems: 200, items: { type: 'object' } } } });
});

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Json)['$ref'];
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(value).flatMap(references)];
}

function resolve(document: Json, reference: string): unknown {
  expect(reference).toMatch(/^#\/components\//);
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document);
}

test('health tells whether the database answers and has the tables of this version', async () => {
  const server = await startServer();
  const well = await fetch(`${server.url}/health`);
  expect([well.status, await well.json()]).toEqual([200, { product: 'vizitka', status: 'ok' }]);
  await server.database.asKeeper((client) =>
    client.query('RESET ROLE; ALTER TABLE auth."user" RENAME TO users'),
  );
  const ill = await fetch(`${server.url}/health`);
  expect([ill.status, await ill.json()]).toMatchObject([503, { error: 'unavailable' }]);
  await server.database.asKeeper((client) =>
    client.query('RESET ROLE; ALTER TABLE auth.users RENAME TO "user"'),
  );
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
});

test('figures are for the machine itself or for who has the token, and name nobody', async () => {
  const server = await startServer({ metricsToken: 'a-long-token' });
  const email = 'eva.private@firm.example';
  const signed = await signInDevice(server.url, {
    email,
    name: 'Eva Private',
    invitation: server.adminInvitation,
  });
  await ask(server.url, 'devices', {}, signed.accessToken);
  await fetch(`${server.url}/${email}`);
  const read = (headers: Record<string, string> = {}) => fetch(`${server.url}/metrics`, { headers });
  // Counted when the answer has left.
  await expect.poll(async () => (await read()).text()).toContain('route="unknown"');
  const answer = await read();
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const text = await answer.text();
  expect(text).toContain('vizitka_requests_total{route="/v1/devices",status="200"} 1');
  expect(text).toContain('vizitka_requests_total{route="unknown",status="404"} 1');
  expect(text).toContain('vizitka_sign_ins_total{outcome="done"} 1');
  expect(text).toContain('vizitka_devices_seen 1');
  expect(text).toContain('vizitka_workspaces 1');
  for (const line of text.trimEnd().split('\n')) {
    expect(line).toMatch(/^(# (HELP|TYPE) vizitka_\w+ .+|vizitka_\w+(\{(\w+="[^"]*",?)+\})? -?[\d.e+-]+)$/);
  }
  for (const secret of ['Private', 'private', 'firm', signed.device, signed.member.id, server.workspace]) {
    expect(text).not.toContain(secret);
  }
  expect((await read({ 'x-forwarded-for': '203.0.113.7' })).status).toBe(403);
  const token = { authorization: 'Bearer a-long-token' };
  expect((await read({ ...token, 'x-forwarded-for': '203.0.113.7' })).status).toBe(200);
  expect((await read({ authorization: 'Bearer another' })).status).toBe(403);
});
