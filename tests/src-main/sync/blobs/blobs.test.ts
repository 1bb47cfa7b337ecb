/** Bytes of attachments between real engines and a real server, over a network that is not kind to them. */
import fs from 'node:fs';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { sweepAll } from '#main/data/blobs/sweep.ts';
import { BY_ITSELF_BYTES } from '#main/sync/blobs/due.ts';
import { addClient, attachBytes, attachedBytes, blobFiles, pictureBytes } from '../../../helpers/attached.ts';
import { openTestEngine } from '../../../helpers/test-engine.ts';
import { type Fate, hostileNetwork } from '../../../helpers/hostile-network.ts';
import { type Colleague, expectAgreement, startTeam } from '../../../helpers/team.ts';

const MB = 1024 * 1024;

async function stateOf(one: Colleague, client: string) {
  const [row] = await one.client.attachments.list({ client });
  return row?.state;
}

test('a photo reaches the other device, which has its own client’s at once and asks for others', async () => {
  const team = await startTeam();
  const eva = await team.add('admin');
  const tablet = await team.another(eva);
  const peter = await team.add('peter');
  const client = await addClient(eva);
  const bytes = pictureBytes(1.3 * MB);
  const id = await attachBytes(eva, client, bytes);
  expect(await stateOf(eva, client)).toBe('local');

  // The row comes first; the bytes are nowhere to be had yet.
  await eva.sync();
  await tablet.sync();
  expect(await stateOf(tablet, client)).toBe('remote');
  expect(await tablet.client.sync.moveAttachments({})).toEqual({ sent: 0, fetched: 0, trouble: null });
  expect(await stateOf(tablet, client)).toBe('missing');

  expect(await eva.client.sync.moveAttachments({})).toEqual({ sent: 1, fetched: 0, trouble: null });
  expect(await stateOf(eva, client)).toBe('stored');
  expect(await tablet.client.sync.moveAttachments({})).toEqual({ sent: 0, fetched: 1, trouble: null });
  expect(await attachedBytes(tablet, id)).toEqual(bytes);

  // Peter sees the client and is not responsible for him: he asks.
  await peter.sync();
  await peter.client.sync.moveAttachments({});
  expect(await stateOf(peter, client)).toBe('remote');
  await expect(peter.client.attachments.read({ id, offset: 0 })).rejects.toMatchObject({
    data: { reason: 'attachmentNotHere' },
  });
  await peter.client.attachments.fetch({ id });
  expect(await peter.client.sync.moveAttachments({})).toMatchObject({ fetched: 1 });
  expect(await attachedBytes(peter, id)).toEqual(bytes);
  await expectAgreement(eva, tablet, peter);
});

test('large photos and files wait until somebody wants them', async () => {
  const team = await startTeam();
  const eva = await team.add('admin');
  const tablet = await team.another(eva);
  const client = await addClient(eva);
  await attachBytes(eva, client, pictureBytes(BY_ITSELF_BYTES + 1));
  await attachBytes(eva, client, Buffer.from('%PDF-1.7 zmluva'), 'zmluva.pdf');
  await eva.sync();
  await eva.client.sync.moveAttachments({});
  await tablet.sync();
  expect(await tablet.client.sync.moveAttachments({})).toMatchObject({ fetched: 0 });
  for (const { state } of await tablet.client.attachments.list({ client })) expect(state).toBe('remote');
});

test('the check of the base says which attachment is gone or is not what was attached', async () => {
  const engine = openTestEngine();
  onTestFinished(() => engine.close());
  const client = await addClient(engine);
  const gone = await attachBytes(engine, client, pictureBytes(2_000));
  const [lost] = blobFiles(engine);
  const damaged = await attachBytes(engine, client, pictureBytes(3 * MB));
  const [file] = blobFiles(engine).filter((each) => each !== lost);
  await attachBytes(engine, client, pictureBytes(5_000));
  expect((await engine.client.verify.run({})).problems).toEqual([]);
  fs.rmSync(lost ?? '');
  const bytes = fs.readFileSync(file ?? '');
  bytes[2 * MB] = (bytes[2 * MB] ?? 0) ^ 1;
  fs.writeFileSync(file ?? '', bytes);
  const { clean, problems } = await engine.client.verify.run({});
  expect(clean).toBe(false);
  expect(problems.map(({ detail }) => detail).sort()).toEqual(
    [gone, damaged].map((id) => `attachment ${id}`).sort(),
  );
});

test('bytes that this disk has lost come back from the server', async () => {
  const team = await startTeam();
  const eva = await team.add('admin');
  const client = await addClient(eva);
  const bytes = pictureBytes(200_000);
  const id = await attachBytes(eva, client, bytes);
  await eva.sync();
  await eva.client.sync.moveAttachments({});
  for (const file of blobFiles(eva)) fs.rmSync(file);
  // As every start does.
  sweepAll(eva.base);
  expect(await stateOf(eva, client)).toBe('missing');
  expect(await eva.client.sync.moveAttachments({})).toMatchObject({ fetched: 1 });
  expect(await attachedBytes(eva, id)).toEqual(bytes);
});

test('the same content is sent once, whoever has it', async () => {
  const team = await startTeam();
  const eva = await team.add('admin');
  const peter = await team.add('peter');
  const bytes = pictureBytes(100_000);
  await attachBytes(eva, await addClient(eva), bytes);
  await attachBytes(peter, await addClient(peter), bytes);
  await eva.sync();
  await peter.sync();
  expect(await eva.client.sync.moveAttachments({})).toMatchObject({ sent: 1 });
  expect(await peter.client.sync.moveAttachments({})).toMatchObject({ sent: 0, trouble: null });
});

const FATES: Fate[] = [
  'lostOnTheWay',
  'answerLost',
  'halfAnswer',
  'captivePortal',
  'redirected',
  'proxyTrouble',
  'bomb',
];

test('whatever the network does, bytes go on where they stopped and arrive as they were', async () => {
  const team = await startTeam();
  const network = await hostileNetwork(team.server.url);
  const eva = await team.add('admin', { through: network.url });
  const tablet = await team.another(eva, { through: network.url });
  const client = await addClient(eva);
  await eva.sync();
  await tablet.sync();
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 * MB }),
      fc.array(fc.constantFrom<Fate>('passes', ...FATES), { minLength: 4, maxLength: 12 }),
      async (size, fates) => {
        const bytes = pictureBytes(size);
        const id = await attachBytes(eva, client, bytes);
        await eva.sync();
        await tablet.sync();
        let at = 0;
        network.fate = (path) => (path.startsWith('/v1/blobs') ? (fates[at++] ?? 'passes') : 'passes');
        for (let round = 0; at < fates.length && round < 2 * fates.length; round += 1) {
          await eva.client.sync.moveAttachments({});
          await tablet.client.sync.moveAttachments({});
        }
        network.fate = () => 'passes';
        expect(await eva.client.sync.moveAttachments({})).toMatchObject({ trouble: null });
        await tablet.client.sync.moveAttachments({});
        expect(await attachedBytes(tablet, id)).toEqual(bytes);
        await eva.client.attachments.remove({ id });
      },
    ),
    { numRuns: 12 },
  );
}, 240_000);

test('an upload that breaks off is not begun anew', async () => {
  const team = await startTeam();
  const network = await hostileNetwork(team.server.url);
  const eva = await team.add('admin', { through: network.url });
  const client = await addClient(eva);
  await attachBytes(eva, client, pictureBytes(4 * MB));
  await eva.sync();
  let parts = 0;
  network.fate = (path) => {
    if (!/uploads\/[0-9a-f]/.test(path)) return 'passes';
    parts += 1;
    return parts > 5 ? 'lostOnTheWay' : 'passes';
  };
  expect(await eva.client.sync.moveAttachments({})).toMatchObject({ sent: 0, trouble: 'offline' });
  expect(await stateOf(eva, client)).toBe('uploading');
  network.asked.length = 0;
  network.fate = () => 'passes';
  expect(await eva.client.sync.moveAttachments({})).toMatchObject({ sent: 1 });
  // Eight parts in all, of which five are there.
  expect(network.asked.filter((path) => /uploads\/[0-9a-f]/.test(path))).toHaveLength(3);
});

test('records are exchanged while bytes cannot be', async () => {
  const team = await startTeam();
  const network = await hostileNetwork(team.server.url);
  const eva = await team.add('admin', { through: network.url });
  const client = await addClient(eva);
  await attachBytes(eva, client, pictureBytes(10_000));
  network.fate = (path) => (path.startsWith('/v1/blobs') ? 'proxyTrouble' : 'passes');
  await eva.sync();
  expect(await eva.client.sync.moveAttachments({})).toMatchObject({ trouble: 'serverTrouble' });
  await eva.client.clients.edit({ id: client, values: { notes: 'ide to' } });
  expect(await eva.sync()).toMatchObject({ sent: 1 });
  expect((await eva.client.sync.state({})).trouble).toBeNull();
});

test('bytes move by themselves once the network heals', async () => {
  const team = await startTeam();
  const network = await hostileNetwork(team.server.url);
  const sync = { moverPace: { firstRetry: 20, lastRetry: 100 }, pace: { afterChange: 0 } };
  const eva = await team.add('admin', { through: network.url, sync });
  const tablet = await team.another(eva, { sync });
  const client = await addClient(eva);
  const bytes = pictureBytes(MB);
  const id = await attachBytes(eva, client, bytes);
  network.fate = (path) => (path.startsWith('/v1/blobs') ? 'captivePortal' : 'passes');
  eva.context.engine.sync.start();
  tablet.context.engine.sync.start();
  await expect.poll(() => stateOf(tablet, client), { timeout: 20_000 }).toBe('missing');
  network.fate = () => 'passes';
  await expect.poll(() => stateOf(tablet, client), { timeout: 20_000 }).toBe('stored');
  expect(await attachedBytes(tablet, id)).toEqual(bytes);
});

test('whoever loses sight of a client loses its bytes, and gets none of them any more', async () => {
  const team = await startTeam();
  const admin = await team.add('admin');
  await admin.client.sync.changeWorkspace({ clientScope: 'owner' });
  const peter = await team.add('peter');
  const client = await addClient(admin);
  await admin.client.clients.edit({ id: client, values: { owner: peter.base.member() } });
  const id = await attachBytes(admin, client, pictureBytes(600_000));
  await admin.sync();
  await admin.client.sync.moveAttachments({});
  await peter.sync();
  await peter.client.sync.moveAttachments({});
  expect(blobFiles(peter)).toHaveLength(1);
  const { base } = peter;
  const { hash } = base.reader.prepare('SELECT hash FROM blob').get() as { hash: string };

  await admin.client.clients.edit({ id: client, values: { owner: admin.base.member() } });
  await admin.sync();
  await peter.sync();
  expect(await peter.client.attachments.list({ client })).toEqual([]);
  expect(blobFiles(peter)).toEqual([]);
  // He still knows the hash; the server tells him nothing.
  const answer = await fetch(`${team.server.url}/v1/blobs/${hash}`, {
    headers: { authorization: `Bearer ${peter.signedIn.accessToken}` },
  });
  expect(answer.status).toBe(404);
  expect(await attachedBytes(admin, id)).toHaveLength(600_000);
});

test('a device that was ended keeps no byte', async () => {
  const team = await startTeam();
  const admin = await team.add('admin');
  const peter = await team.add('peter');
  const client = await addClient(peter);
  await attachBytes(peter, client, pictureBytes(300_000));
  await peter.sync();
  await peter.client.sync.moveAttachments({});
  await peter.client.attachments.begin({
    id: peter.base.newId(),
    client,
    name: 'rozrobené.webm',
    recording: true,
  });
  await admin.client.sync.revokeDevice({ device: peter.signedIn.device });
  await peter.client.sync.now({});
  expect(await peter.client.attachments.list({ client })).toEqual([]);
  expect(blobFiles(peter)).toEqual([]);
});
