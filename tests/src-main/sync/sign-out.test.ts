/** Signing out and in again: the base stays, goes on at the same workspace and joins another one as its own. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { verifyBase } from '#main/data/verify.ts';
import { openDataKey } from '#main/security/data-key.ts';
import { readSlots, writeSlots } from '#main/security/key-slots.ts';
import { newRecoveryCode, wrapWithCode } from '#main/security/recovery-code.ts';
import type { EngineClient } from '#main/engine/reach.ts';
import { attachBytes, pictureBytes } from '../../helpers/attached.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { openHosted } from '../../helpers/hosted-base.ts';
import type { TestServer } from '../../helpers/hosted-server.ts';
import { startServer } from '../../helpers/start-server.ts';
import { PASSWORD } from '../../helpers/sync-device.ts';
import { openTestEngine, type TestEngine } from '../../helpers/test-engine.ts';

vi.setConfig({ testTimeout: 60_000 });

const signIn = (client: EngineClient, { url }: TestServer, email: string, invitation: string | null) =>
  client.sync.signIn({ server: url, email, password: PASSWORD, invitation, device: email });
const addClient = async (client: EngineClient, name: string): Promise<string> => {
  const id = randomUUID();
  await client.clients.create({ id, values: { name, status: 'active' } });
  return id;
};
const namesOf = async (client: EngineClient): Promise<string[]> =>
  (await client.clients.list({ filter: {} })).rows.map(({ name }) => name);

function openBase(): TestEngine {
  const engine = openTestEngine();
  onTestFinished(() => engine.close());
  return engine;
}

async function exchange(client: EngineClient): Promise<void> {
  expect((await client.sync.now({})).trouble).toBe(null);
}

describe('what is unsent', () => {
  test('goes into a recovery file first, which the recovery code opens elsewhere', async () => {
    const server = await startServer();
    const folder = makeFolder();
    const profile = path.join(folder, 'base');
    const hosted = openHosted(profile, 'commandLine');
    const client = hosted.window;
    await signIn(client, server, 'a@firma.sk', server.adminInvitation);
    await exchange(client);
    await server.stop();
    await addClient(client, 'Neodoslaný');
    const refusedWith = (reason: string) => ({ code: 'REFUSED', data: { reason } });
    await expect(client.sync.signOut({ recoveryFile: null })).rejects.toMatchObject(refusedWith('unsent'));
    await expect(client.sync.signOut({ recoveryFile: 'download' })).rejects.toMatchObject(
      refusedWith('noRecoveryCode'),
    );

    const code = newRecoveryCode();
    const slots = readSlots(profile);
    writeSlots(
      profile,
      [...(slots?.slots ?? []), wrapWithCode(code, openDataKey(profile).key)],
      slots ?? undefined,
    );
    const { unsent, file } = await client.sync.signOut({ recoveryFile: 'download' });
    expect(unsent).toBe(1);
    const chunks: string[] = [];
    for await (const event of await client.backups.download({ id: file ?? '' }))
      if (event.type === 'chunk') chunks.push(event.chunk);
    expect(await client.sync.state({})).toMatchObject({ connection: null, unsent: 1 });
    expect(await namesOf(client)).toEqual(['Neodoslaný']);

    const elsewhere = openHosted(path.join(folder, 'elsewhere'), 'commandLine').window;
    const upload = randomUUID();
    const bytes = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk, 'base64')));
    await elsewhere.backups.upload({
      upload,
      offset: 0,
      chunk: new File([new Uint8Array(bytes)], 'recovery.vzb'),
    });
    for await (const _ of await elsewhere.backups.restore({ source: { upload }, code })) continue;
    expect(await namesOf(elsewhere)).toEqual(['Neodoslaný']);
  });
});

test('bytes of attachments that only this disk has are unsent too', async () => {
  const server = await startServer();
  const engine = openBase();
  const { client } = engine;
  await signIn(client, server, 'a@firma.sk', server.adminInvitation);
  await exchange(client);
  const place = await addClient(client, 'Pekáreň');
  await attachBytes(engine, place, pictureBytes(70_000));
  await exchange(client);
  const one = { count: 1, bytes: 70_000 };
  expect(await client.sync.state({})).toMatchObject({ unsent: 0, unsentFiles: one });
  await expect(client.sync.signOut({ recoveryFile: null })).rejects.toMatchObject({
    data: { reason: 'unsent' },
  });
  await client.sync.moveAttachments({});
  expect((await client.sync.state({})).unsentFiles).toEqual({ count: 0, bytes: 0 });
  await client.sync.signOut({ recoveryFile: null });
  expect(await client.sync.state({})).toMatchObject({ connection: null });
});

describe('signing in again', () => {
  test('at the same workspace goes on from where it was, without duplicates', async () => {
    const server = await startServer();
    const [first, second] = [openBase(), openBase()];
    await signIn(first.client, server, 'a@firma.sk', server.adminInvitation);
    await exchange(first.client);
    await signIn(second.client, server, 'a@firma.sk', null);
    const id = await addClient(first.client, 'Alfa');
    await exchange(first.client);
    await first.client.sync.signOut({ recoveryFile: null });
    expect(await first.client.sync.state({})).toMatchObject({ connection: null, unsent: 0 });
    // Both go on meanwhile.
    await first.client.clients.edit({ id, values: { tier: 'a' } });
    await exchange(second.client);
    await addClient(second.client, 'Beta');
    await exchange(second.client);

    expect(await signIn(first.client, server, 'a@firma.sk', null)).toEqual({ joining: false });
    await exchange(first.client);
    await exchange(second.client);
    for (const { client, base } of [first, second]) {
      expect(await namesOf(client)).toEqual(['Alfa', 'Beta']);
      expect((await client.clients.list({ filter: {} })).rows[0]?.tier).toBe('a');
      expect(await client.sync.verify({})).toMatchObject({ equal: true, fetched: 0 });
      expect(verifyBase(base).problems).toEqual([]);
    }
  });

  test('after an administrator ended the device goes on as well', async () => {
    const server = await startServer();
    const [first, second] = [openBase(), openBase()];
    await signIn(first.client, server, 'a@firma.sk', server.adminInvitation);
    await exchange(first.client);
    await signIn(second.client, server, 'a@firma.sk', null);
    await exchange(second.client);
    await expect(signIn(second.client, server, 'a@firma.sk', null)).rejects.toMatchObject({
      data: { reason: 'alreadySignedIn' },
    });
    const devices = await first.client.sync.devices({});
    await first.client.sync.revokeDevice({ device: devices.find(({ own }) => !own)?.id ?? '' });
    await addClient(second.client, 'Alfa');
    expect((await second.client.sync.now({})).trouble).toBe('ended');
    expect(await signIn(second.client, server, 'a@firma.sk', null)).toMatchObject({});
    await exchange(second.client);
    await exchange(first.client);
    expect((await second.client.sync.state({})).trouble).toBe(null);
  });

  test('at another server joins as a base of its own', async () => {
    const [server, other] = [await startServer(), await startServer()];
    const [first, there] = [openBase(), openBase()];
    await signIn(first.client, server, 'a@firma.sk', server.adminInvitation);
    await addClient(first.client, 'Alfa');
    await addClient(first.client, 'Beta');
    await exchange(first.client);
    await first.client.sync.signOut({ recoveryFile: null });

    await signIn(there.client, other, 'b@ina.sk', other.adminInvitation);
    await there.client.clients.create({ id: randomUUID(), values: { name: 'Gama', status: 'active' } });
    await exchange(there.client);
    const { invitation } = await there.client.sync.invite({
      email: 'a@firma.sk',
      role: 'rep',
      team: null,
      territories: [],
    });
    expect(await signIn(first.client, other, 'a@firma.sk', invitation)).toEqual({ joining: true });
    await exchange(first.client);
    expect((await first.client.sync.state({})).joining?.plan).toMatchObject({
      server: { clients: 1 },
      clients: { same: 0, mine: 2 },
    });
    await first.client.sync.join({});
    await exchange(first.client);
    await exchange(there.client);
    for (const { client, base } of [first, there]) {
      expect(await namesOf(client)).toEqual(['Alfa', 'Beta', 'Gama']);
      expect(await client.sync.verify({})).toMatchObject({ equal: true, fetched: 0 });
      expect(verifyBase(base).problems).toEqual([]);
    }
  });
});
