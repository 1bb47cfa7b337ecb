/** Joining over a real server: two who imported the same register offline, one after the other and at the same time. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { verifyBase } from '#main/data/verify.ts';
import type { TestServer } from '../../../helpers/hosted-server.ts';
import { invite, openBase, signIn } from '../../../helpers/joining-base.ts';
import { startServer } from '../../../helpers/start-server.ts';
import type { TestEngine } from '../../../helpers/test-engine.ts';

vi.setConfig({ testTimeout: 60_000 });

const REGISTER = fileURLToPath(
  new URL('../../../fixtures/biz-sk-register/rpo_sk_companies.csv', import.meta.url),
);
/** Eight of its 426 rows have no name. */
const CLIENTS = 418;

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});

async function importRegister({ client }: TestEngine): Promise<void> {
  for await (const event of await client.exchange.run({
    run: randomUUID(),
    source: { path: path.resolve(REGISTER) },
  }))
    if (event.type === 'result') return;
  throw new Error('the import ended without a result');
}

async function logVisit({ client }: TestEngine, ico: string, summary: string): Promise<string> {
  const { rows } = await client.clients.list({ filter: {}, limit: 500 });
  const at = rows.find((row) => row.ico === ico)?.id ?? '';
  await client.meetings.log({
    id: randomUUID(),
    values: { client: at, kind: 'visit', happenedAt: 1_790_000_000_000, zone: 'Europe/Bratislava', summary },
  });
  return at;
}

async function exchange({ client }: TestEngine): Promise<void> {
  expect((await client.sync.now({})).trouble).toBe(null);
}

async function plan(engine: TestEngine) {
  await exchange(engine);
  return (await engine.client.sync.state({})).joining?.plan;
}

async function visitsOf({ client }: TestEngine): Promise<unknown[]> {
  const { entries } = await client.meetings.timeline({ limit: 200 });
  return entries
    .map(({ interaction }) => interaction.summary)
    .toSorted((a, b) => String(a).localeCompare(String(b)));
}

async function expectSame(...engines: TestEngine[]): Promise<void> {
  for (const engine of engines) {
    await exchange(engine);
    await exchange(engine);
  }
  for (const engine of engines) await exchange(engine);
  for (const { client, base } of engines) {
    expect(await client.sync.verify({})).toMatchObject({ equal: true, fetched: 0, trouble: null });
    expect((await client.clients.list({ filter: {} })).total).toBe(CLIENTS);
    expect((await client.sync.state({})).unsent).toBe(0);
    expect(verifyBase(base).problems).toEqual([]);
  }
}

describe('two managers with the same list', () => {
  test('the second joins after the first: one client each, every visit once, what differs on the desk', async () => {
    const [first, second] = [openBase(), openBase()];
    for (const engine of [first, second]) await importRegister(engine);
    for (const [engine, who] of [
      [first, 'prvý'],
      [second, 'druhý'],
    ] as const)
      for (const ico of ['00323748', '50005448']) await logVisit(engine, ico, `${who} ${ico}`);
    const mine = await logVisit(second, '00323748', 'druhý znova');
    const theirs = await logVisit(first, '00323748', 'prvý znova');
    await first.client.clients.edit({
      id: theirs,
      values: { tier: 'a', phones: [{ value: '+421900000001', kind: 'work' }] },
    });
    await second.client.clients.edit({
      id: mine,
      values: { tier: 'b', phones: [{ value: '+421900000002', kind: 'work' }] },
    });

    expect(await signIn(first, server, 'prvy@firma.sk', server.adminInvitation)).toBe(true);
    expect(await plan(first)).toMatchObject({ server: { clients: 0 }, clients: { same: 0, mine: CLIENTS } });
    await first.client.sync.join({});
    await exchange(first);
    expect((await first.client.sync.state({})).unsent).toBe(0);

    expect(await signIn(second, server, 'druhy@firma.sk', await invite(first, 'druhy@firma.sk'))).toBe(true);
    expect(await plan(second)).toMatchObject({
      server: { clients: CLIENTS },
      clients: { same: CLIENTS - 1, differing: 1, doubtful: 0, mine: 0 },
    });
    await second.client.sync.join({});
    await expectSame(second, first);

    const all = [
      'druhý 00323748',
      'druhý 50005448',
      'druhý znova',
      'prvý 00323748',
      'prvý 50005448',
      'prvý znova',
    ];
    for (const engine of [first, second]) {
      expect(await visitsOf(engine)).toEqual(all);
      const { rows } = await engine.client.conflicts.list({});
      expect(rows).toMatchObject([
        { record: theirs, unit: 'tier', kept: { value: { tier: 'b' } }, lost: { value: { tier: 'a' } } },
      ]);
      const { client } = await engine.client.clients.desk({ id: theirs });
      expect(new Set(client.phones?.map(({ value }) => value))).toEqual(
        new Set(['+421900000001', '+421900000002']),
      );
    }
  });

  test('both join at the same time', async () => {
    const [chief, first, second] = [openBase(), openBase(), openBase()];
    await signIn(chief, server, 'veduci@firma.sk', server.adminInvitation);
    for (const [engine, email] of [
      [first, 'prvy@firma.sk'],
      [second, 'druhy@firma.sk'],
    ] as const) {
      await importRegister(engine);
      await logVisit(engine, '00323748', email);
      expect(await signIn(engine, server, email, await invite(chief, email))).toBe(true);
      expect(await plan(engine)).toMatchObject({ clients: { mine: CLIENTS } });
    }
    await first.client.sync.join({});
    await second.client.sync.join({});
    await exchange(first);
    await exchange(second);
    await expectSame(first, second, chief);
    expect(await visitsOf(chief)).toEqual(['druhy@firma.sk', 'prvy@firma.sk']);
  });
});

describe('before the word is given', () => {
  test('nothing is sent, a restart goes on, and no leaves the base as it was', async () => {
    const engine = openBase();
    await importRegister(engine);
    const before = engine.base.reader.prepare('SELECT * FROM client ORDER BY id').all();
    expect(await signIn(engine, server, 'prvy@firma.sk', server.adminInvitation)).toBe(true);
    await plan(engine);
    engine.close();
    const again = openBase({ folder: engine.folder, key: Buffer.from(engine.key) });
    expect((await again.client.sync.state({})).joining).toEqual({ plan: null, progress: null });
    expect(await plan(again)).toMatchObject({ clients: { mine: CLIENTS } });
    const { rows } = await server.database.asKeeper((db) =>
      db.query('SELECT 1 FROM sync.record WHERE entity = $1', ['client']),
    );
    expect(rows).toEqual([]);
    await again.client.sync.cancelJoin({});
    expect(await again.client.sync.state({})).toMatchObject({ connection: null, joining: null });
    expect(again.base.reader.prepare('SELECT * FROM client ORDER BY id').all()).toEqual(before);
    expect(again.base.reader.prepare('SELECT * FROM sync_state').all()).toEqual([]);
    expect(await signIn(again, server, 'prvy@firma.sk', null)).toBe(true);
  });

  test('another device of a member takes his record, and the demo base never joins', async () => {
    const [first, second] = [openBase(), openBase()];
    expect(await signIn(first, server, 'prvy@firma.sk', server.adminInvitation)).toBe(false);
    await exchange(first);
    expect(await signIn(second, server, 'prvy@firma.sk', null)).toBe(false);
    await exchange(second);
    expect(second.base.member()).toBe(first.base.member());
    expect(second.base.reader.prepare('SELECT id FROM member').pluck().all()).toEqual([first.base.member()]);
    Object.assign(first.base, { kind: 'demo' });
    await first.client.sync.signOut({ recoveryFile: null });
    await expect(signIn(first, server, 'prvy@firma.sk', null)).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'demoNeverJoins' },
    });
  });

  test('a wrong password and a wrong invitation say so and change nothing', async () => {
    const engine = openBase();
    const refused = (reason: string) => ({ code: 'REFUSED', data: { reason } });
    await expect(signIn(engine, server, 'prvy@firma.sk', null)).rejects.toMatchObject(
      refused('wrongPassword'),
    );
    await expect(signIn(engine, server, 'prvy@firma.sk', 'nonsense')).rejects.toMatchObject(
      refused('invitationInvalid'),
    );
    expect(await engine.client.sync.state({})).toMatchObject({
      connection: null,
      joining: null,
      trouble: null,
    });
  });
});
