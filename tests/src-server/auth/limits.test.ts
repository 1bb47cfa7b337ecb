import { expect, test } from 'vitest';
import { ask, refused, signInDevice, signInInput } from '../../helpers/sync-device.ts';
import { startServer } from '../../helpers/start-server.ts';

const MUCH = { burst: 10_000, perMinute: 10_000 };
const limits = { device: MUCH, member: MUCH, address: MUCH };

test('sign-in attempts are counted over all server processes, and only failures stay counted', async () => {
  const attemptLimits = { perAddress: 100, perEmail: 3, windowMs: 60_000 };
  const one = await startServer({ attemptLimits });
  const two = await startServer({ attemptLimits, databaseUrl: one.database.url });
  const email = 'eva@firm.example';
  await signInDevice(one.url, { email, invitation: one.adminInvitation });
  for (let round = 0; round < 5; round += 1) await signInDevice(two.url, { email });
  const wrong = signInInput({ email, password: 'wrong password' });
  expect(await refused(one.url, 'signIn', wrong)).toMatchObject({ error: 'unauthorised' });
  expect(await refused(two.url, 'signIn', wrong)).toMatchObject({ error: 'unauthorised' });
  expect(await refused(one.url, 'signIn', wrong)).toMatchObject({ error: 'unauthorised' });
  const right = await refused(two.url, 'signIn', signInInput({ email }));
  expect(right).toMatchObject({ error: 'rate_limited' });
  expect(right.retryAfter).toBeGreaterThan(0);
  await two.stop();
});

test('one address may not try many people', async () => {
  const { url } = await startServer({ attemptLimits: { perAddress: 4, perEmail: 100, windowMs: 60_000 } });
  for (let round = 0; round < 4; round += 1) {
    await refused(url, 'signIn', signInInput({ email: `p${round}@firm.example` }));
  }
  const fifth = await refused(url, 'signIn', signInInput({ email: 'p5@firm.example' }));
  expect(fifth).toMatchObject({ error: 'rate_limited' });
});

test('behind a trusted proxy addresses are those of its clients, otherwise what they claim counts for nothing', async () => {
  const attemptLimits = { perAddress: 1, perEmail: 100, windowMs: 60_000 };
  const tryFrom = async (url: string, address: string) => {
    const answer = await fetch(`${url}/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify(signInInput({ email: `${address}@firm.example` })),
    });
    return answer.status;
  };
  const behind = await startServer({ attemptLimits, trustedProxies: ['127.0.0.1'] });
  expect(await tryFrom(behind.url, '203.0.113.1')).toBe(401);
  expect(await tryFrom(behind.url, '203.0.113.2')).toBe(401);
  expect(await tryFrom(behind.url, '203.0.113.1')).toBe(429);
  const bare = await startServer({ attemptLimits });
  expect(await tryFrom(bare.url, '203.0.113.1')).toBe(401);
  expect(await tryFrom(bare.url, '203.0.113.2')).toBe(429);
});

test('one device may not ask without end, and its neighbour is not held up', async () => {
  const server = await startServer({ limits: { ...limits, device: { burst: 5, perMinute: 60 } } });
  const email = 'eva@firm.example';
  const first = await signInDevice(server.url, { email, invitation: server.adminInvitation });
  const second = await signInDevice(server.url, { email });
  for (let round = 0; round < 5; round += 1) await ask(server.url, 'members', {}, first.accessToken);
  const sixth = await refused(server.url, 'members', {}, first.accessToken);
  expect(sixth).toMatchObject({ error: 'rate_limited' });
  expect(sixth.retryAfter).toBeLessThanOrEqual(1000);
  await ask(server.url, 'members', {}, second.accessToken);
});

test('all devices of one member together, and all who share an address, are bounded too', async () => {
  const email = 'eva@firm.example';
  const server = await startServer({ limits: { ...limits, member: { burst: 4, perMinute: 60 } } });
  const first = await signInDevice(server.url, { email, invitation: server.adminInvitation });
  const second = await signInDevice(server.url, { email });
  for (const { accessToken } of [first, second, first, second])
    await ask(server.url, 'members', {}, accessToken);
  expect(await refused(server.url, 'members', {}, first.accessToken)).toMatchObject({
    error: 'rate_limited',
  });
  const narrow = await startServer({ limits: { ...limits, address: { burst: 3, perMinute: 60 } } });
  for (let round = 0; round < 3; round += 1) await ask(narrow.url, 'about', {});
  expect(await refused(narrow.url, 'about', {})).toMatchObject({ error: 'rate_limited' });
});
