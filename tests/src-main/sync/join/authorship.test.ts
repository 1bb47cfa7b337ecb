/** Who wrote what stays so, whoever sends it: only a member whom no server ever knew goes on under another id. */
import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { beforeEach, expect, test, vi } from 'vitest';
import { verifyBase } from '#main/data/verify.ts';
import { leaveServer } from '#main/sync/sign-out.ts';
import { makeFolder } from '../../../helpers/folder.ts';
import type { TestServer } from '../../../helpers/hosted-server.ts';
import { invite, openBase, signIn } from '../../../helpers/joining-base.ts';
import { startServer } from '../../../helpers/start-server.ts';
import type { TestEngine } from '../../../helpers/test-engine.ts';

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});

async function enter(engine: TestEngine, email: string, invitation: string | null, at = server) {
  if (await signIn(engine, at, email, invitation)) {
    await exchange(engine);
    await engine.client.sync.join({});
  }
  await exchange(engine);
}

async function exchange({ client }: Pick<TestEngine, 'client'>): Promise<void> {
  expect((await client.sync.now({})).trouble).toBe(null);
}

async function visit({ client }: TestEngine, name: string): Promise<void> {
  const id = randomUUID();
  await client.clients.create({ id, values: { name, status: 'active' } });
  const values = { kind: 'visit' as const, happenedAt: 1_790_000_000_000, zone: 'UTC', summary: name };
  await client.meetings.log({ id: randomUUID(), values: { ...values, client: id } });
}

/** By name of the client: who is said to have written the visit. */
function authorsOf({ base }: TestEngine): Record<string, string> {
  const rows = base.reader
    .prepare<[], { summary: string; author: string }>('SELECT summary, author FROM interaction')
    .all();
  return Object.fromEntries(rows.map(({ summary, author }) => [summary, author]));
}

const creatorOf = ({ base }: TestEngine, name: string) =>
  base.reader.prepare('SELECT created_by FROM client WHERE name = ?').pluck().get(name);
const membersOf = ({ base }: TestEngine) => base.reader.prepare('SELECT id FROM member').pluck().all();

async function expectSame(...engines: TestEngine[]): Promise<void> {
  for (const engine of [...engines, ...engines]) await exchange(engine);
  const [first, ...others] = engines.map(authorsOf);
  for (const other of others) expect(other).toEqual(first);
  for (const { client, base } of engines) {
    expect(await client.sync.verify({})).toMatchObject({ equal: true, fetched: 0 });
    expect(await client.sync.state({})).toMatchObject({ unsent: 0, rejected: 0 });
    expect(verifyBase(base).problems).toEqual([]);
  }
}

test('another member signs in on a laptop: what its last one wrote stays his, sent or not', async () => {
  const [laptop, elsewhere] = [openBase(), openBase()];
  await enter(laptop, 'eva@firma.sk', server.adminInvitation);
  await visit(laptop, 'Alfa');
  await exchange(laptop);
  await enter(elsewhere, 'eva@firma.sk', null);
  await visit(laptop, 'Beta');
  const eva = laptop.base.member();
  leaveServer(laptop.base);

  await enter(laptop, 'jan@firma.sk', await invite(elsewhere, 'jan@firma.sk'));
  const jan = laptop.base.member();
  expect(jan).not.toBe(eva);
  await visit(laptop, 'Gama');

  await expectSame(laptop, elsewhere);
  for (const engine of [laptop, elsewhere]) {
    expect(authorsOf(engine)).toEqual({ Alfa: eva, Beta: eva, Gama: jan });
    expect(new Set(membersOf(engine))).toEqual(new Set([eva, jan]));
    expect(creatorOf(engine, 'Alfa')).toBe(eva);
    // The server says who sent it, and knows nothing else.
    expect(creatorOf(engine, 'Beta')).toBe(jan);
  }
  expect(elsewhere.base.member()).toBe(eva);
});

test('a base that no server knew goes on as the member who signs in, with all that it wrote', async () => {
  const [first, second] = [openBase(), openBase()];
  await visit(first, 'Alfa');
  await enter(first, 'eva@firma.sk', server.adminInvitation);
  await visit(second, 'Beta');
  await enter(second, 'eva@firma.sk', null);
  const eva = first.base.member();
  await expectSame(first, second);
  expect(second.base.member()).toBe(eva);
  for (const engine of [first, second]) {
    expect(authorsOf(engine)).toEqual({ Alfa: eva, Beta: eva });
    expect(membersOf(engine)).toEqual([eva]);
  }
});

test('a copy of a base whose member is known by now joins as somebody else', async () => {
  const made = openBase();
  await visit(made, 'Alfa');
  made.close();
  const folder = makeFolder();
  cpSync(made.folder, folder, { recursive: true });
  const first = openBase({ folder: made.folder, key: Buffer.from(made.key) });
  const copy = openBase({ folder, key: Buffer.from(made.key) });
  await visit(copy, 'Beta');
  await enter(first, 'eva@firma.sk', server.adminInvitation);
  await enter(copy, 'jan@firma.sk', await invite(first, 'jan@firma.sk'));
  const [eva, jan] = [first.base.member(), copy.base.member()];
  expect(jan).not.toBe(eva);
  await expectSame(first, copy);
  expect(authorsOf(first)).toEqual({ Alfa: eva, Beta: eva });
  expect(new Set(membersOf(first))).toEqual(new Set([eva, jan]));
});

test('at another server the colleagues who wrote come along, also with a representative', async () => {
  const other = await startServer();
  const [laptop, chief, phone] = [openBase(), openBase(), openBase()];
  await enter(laptop, 'eva@firma.sk', server.adminInvitation);
  await visit(laptop, 'Alfa');
  await exchange(laptop);
  const eva = laptop.base.member();
  await laptop.client.sync.signOut({ recoveryFile: null });

  await enter(chief, 'sef@ina.sk', other.adminInvitation, other);
  await enter(phone, 'jan@ina.sk', await invite(chief, 'jan@ina.sk'), other);
  const jan = phone.base.member();
  await enter(laptop, 'jan@ina.sk', null, other);
  await visit(laptop, 'Beta');
  await expectSame(laptop, phone, chief);
  expect(laptop.base.member()).toBe(jan);
  expect(authorsOf(chief)).toEqual({ Alfa: eva, Beta: jan });
  expect(new Set(membersOf(chief))).toEqual(new Set([eva, jan, chief.base.member()]));
});
