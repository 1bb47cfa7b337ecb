import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findBackups } from '#main/data/backup/places.ts';
import { sealHeader } from '#main/data/backup/format.ts';
import { BackupMaker } from '#main/engine/backup-maker.ts';
import { readSlots } from '#main/security/key-slots.ts';
import { newRecoveryCode } from '#main/security/recovery-code.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { addClient, giveCode, make, names, open, problemOf, restore } from '../../helpers/backup-host.ts';

test('a backup opens as it was; the present base is kept aside and can be gone back to', async () => {
  const engine = open();
  await addClient(engine.client, 'Prvý');
  const { backup } = await make(engine.client);
  expect(backup).toMatchObject({ places: ['profile'], verified: true, counts: { client: 1 } });
  await addClient(engine.client, 'Druhý');
  const device = () => engine.host.context('script').engine.base.settings.get('device');
  const before = device();

  const restored = await restore(engine.client, { id: backup.id });
  expect(await names(engine.client)).toEqual(['Prvý']);
  expect(restored).toMatchObject({ counts: { client: 1 }, salvaged: null });
  expect(device()).not.toBe(before);
  expect((await engine.client.verify.run({})).problems).toEqual([]);
  expect(fs.existsSync(path.join(restored.aside ?? '', 'vizitka.db'))).toBe(true);
  expect(fs.existsSync(path.join(engine.profile, 'restoring'))).toBe(false);

  const [aside] = await engine.client.backups.list({});
  expect(aside).toMatchObject({ places: ['aside'], counts: null });
  await restore(engine.client, { id: aside?.id ?? '' });
  expect((await names(engine.client)).toSorted()).toEqual(['Druhý', 'Prvý']);
});

test('on an empty machine the recovery code opens it, and only the code stays as a way in', async () => {
  const old = open();
  await addClient(old.client, 'Starý počítač');
  const code = giveCode(old);
  const { file } = await make(old.client, makeFolder());
  old.host.close();

  const fresh = open();
  const source = { path: file ?? '' };
  expect(await fresh.client.backups.inspect({ source })).toMatchObject({
    opens: false,
    otherBase: true,
    counts: { client: 1 },
    present: { counts: { client: 0 } },
  });
  expect(await problemOf(restore(fresh.client, source))).toBe('codeNeeded');
  expect(await problemOf(restore(fresh.client, source, newRecoveryCode()))).toBe('wrongCode');
  expect(await problemOf(restore(fresh.client, source, 'ABCDE'))).toBe('wrongCode');
  expect(await names(fresh.client)).toEqual([]);
  expect(await fresh.client.backups.inspect({ source, code })).toMatchObject({ opens: true });
  await restore(fresh.client, source, ` ${code.toLowerCase()} `);
  expect(await names(fresh.client)).toEqual(['Starý počítač']);
  expect(readSlots(fresh.profile)?.slots.map(({ kind }) => kind)).toEqual(['recoveryCode']);
  fresh.host.close();

  // Another start without the code stays shut, and opens with it.
  const again = open(fresh.profile);
  expect((await again.client.gate.state({})).shut).toBe('noOpener');
  expect((await again.client.gate.unlock({ code })).opened).toBe(true);
  expect(await names(again.client)).toEqual(['Starý počítač']);
});

test('a window sends the bytes of the file and names no path', async () => {
  const engine = open();
  await addClient(engine.client, 'Nahratý');
  const { file } = await make(engine.client, makeFolder());
  await addClient(engine.client, 'Neskorší');
  await expect(engine.window.backups.inspect({ source: { path: file ?? '' } })).rejects.toMatchObject({
    data: { reason: 'pathFromWindow' },
  });
  await expect(make(engine.window, makeFolder())).rejects.toMatchObject({
    data: { reason: 'pathFromWindow' },
  });
  await expect(engine.window.backups.setPlace({ folder: makeFolder() })).rejects.toThrow();
  const upload = '0198f3c5-0000-7000-8000-000000000001';
  const bytes = fs.readFileSync(file ?? '');
  const half = Math.floor(bytes.length / 2);
  for (const [from, to] of [
    [0, half],
    [0, half],
    [half, bytes.length],
  ] as const)
    await engine.window.backups.upload({
      upload,
      offset: from,
      chunk: new File([bytes.subarray(from, to)], 'z'),
    });
  expect(
    await problemOf(
      engine.window.backups.upload({ upload, offset: bytes.length + 1, chunk: new File(['x'], 'z') }),
    ),
  ).toBe('cutOff');
  expect(await engine.window.backups.inspect({ source: { upload } })).toMatchObject({ opens: true });
  await restore(engine.window, { upload });
  expect(await names(engine.client)).toEqual(['Nahratý']);
  expect(fs.existsSync(path.join(engine.profile, 'incoming'))).toBe(false);
});

test('newer, cut off, altered, no backup at all: a problem each, and nothing has changed', async () => {
  const engine = open();
  await addClient(engine.client, 'Prítomný');
  const { file } = await make(engine.client, makeFolder());
  const good = fs.readFileSync(file ?? '');
  const end = good.indexOf(10);
  const header = JSON.parse(good.toString('utf8', 0, end)) as Record<string, unknown>;
  const rest = good.subarray(end + 1);
  const key = engine.host.context('script').engine.base.key;
  const withHeader = (changed: object) =>
    Buffer.concat([Buffer.from(`${JSON.stringify({ ...header, ...changed })}\n`), rest]);
  const { seal: _, ...unsealed } = header;
  const flipped = Buffer.from(good);
  flipped[end + 5000] = (flipped[end + 5000] ?? 0) ^ 1;
  const cases: Record<string, [Buffer, string]> = {
    newerFormat: [withHeader({ version: 2 }), 'newer'],
    newerSchema: [
      Buffer.concat([
        Buffer.from(
          sealHeader({ ...unsealed, migration: 4_000_000_000_000 } as Parameters<typeof sealHeader>[0], key),
        ),
        rest,
      ]),
      'newer',
    ],
    cut: [good.subarray(0, good.length - 100), 'cutOff'],
    cutHeader: [good.subarray(0, 300), 'cutOff'],
    longer: [Buffer.concat([good, Buffer.from('x')]), 'altered'],
    byte: [flipped, 'altered'],
    counts: [withHeader({ counts: { client: 7 } }), 'altered'],
    hash: [
      withHeader({ parts: [{ name: 'vizitka.db', bytes: rest.length, sha256: '0'.repeat(64) }] }),
      'altered',
    ],
    text: [Buffer.from('ahoj\n'), 'notABackup'],
    empty: [Buffer.alloc(0), 'notABackup'],
  };
  const place = path.join(makeFolder(), 'zla.vzb');
  for (const [name, [bytes, problem]] of Object.entries(cases)) {
    fs.writeFileSync(place, bytes);
    expect([name, await problemOf(restore(engine.client, { path: place }))]).toEqual([name, problem]);
    expect(await names(engine.client)).toEqual(['Prítomný']);
    expect(fs.existsSync(path.join(engine.profile, 'aside'))).toBe(false);
  }
});

test('the second place is caught up when it comes back, and keeps the backups of others', async () => {
  const engine = open();
  const place = path.join(makeFolder(), 'usb');
  expect(await problemOf(engine.client.backups.setPlace({ folder: place }))).toBe('placeMissing');
  expect(await problemOf(engine.client.backups.setPlace({ folder: engine.profile }))).toBe('placeInside');
  fs.mkdirSync(place);
  await engine.client.backups.setPlace({ folder: place });
  await addClient(engine.client, 'Na kľúči');
  await make(engine.client);
  expect((await engine.client.backups.state({})).second).toMatchObject({ state: 'ready', folder: place });
  expect(findBackups(place)).toHaveLength(1);

  fs.renameSync(place, `${place}-away`);
  await addClient(engine.client, 'Bez kľúča');
  const { backup } = await make(engine.client);
  expect(await engine.client.backups.state({})).toMatchObject({ problem: null, second: { state: 'absent' } });
  fs.renameSync(`${place}-away`, place);
  expect((await engine.client.backups.state({})).second.state).toBe('behind');
  await engine.client.backups.setPlace({ folder: place });
  await expect.poll(() => findBackups(place).map(({ header }) => header.id)).toContain(backup.id);
  expect((await engine.client.backups.list({}))[0]?.places).toEqual(['profile', 'second']);
});

test('a last backup at quit, only when something was written; what a crash left half-written goes', async () => {
  const engine = open(undefined, 'browser');
  const kept = path.join(engine.profile, 'backups');
  await engine.host.backUpBeforeClosing();
  expect(findBackups(kept)).toHaveLength(0);
  await addClient(engine.client, 'Pred koncom');
  await engine.host.backUpBeforeClosing();
  expect(findBackups(kept)).toHaveLength(1);
  await engine.host.backUpBeforeClosing();
  expect(findBackups(kept)).toHaveLength(1);
  engine.host.close();
  fs.writeFileSync(path.join(kept, 'vizitka-2026-01-01T00-00-00-000Z.vzb.unfinished-base'), 'x');
  const again = open(engine.profile, 'browser');
  expect(await again.client.backups.state({})).toMatchObject({ nextAt: null, problem: null });
  expect(fs.readdirSync(kept)).toHaveLength(1);
});

test('a base that is closed while the second place is filled ends nothing else', async () => {
  const engine = open();
  await addClient(engine.client, 'Rozlúčka');
  const { backup } = await make(engine.client);
  const place = makeFolder();
  const { base } = engine.host.context('script').engine;
  base.settings.set('backupPlace', place);
  let isOpen = true;
  const maker = new BackupMaker(engine.profile, () => (isOpen ? base : null));
  const tick = maker.tick();
  isOpen = false;
  engine.host.close();
  await tick;
  expect(findBackups(place).map(({ header }) => header.id)).toEqual([backup.id]);
});

test('a backup that is stopped leaves nothing behind, and two at once are one', async () => {
  const engine = open();
  await addClient(engine.client, 'Prvý');
  const kept = path.join(engine.profile, 'backups');
  const events = await engine.client.backups.make({});
  for await (const event of events) {
    expect(event.type).toBe('progress');
    expect(await problemOf(make(engine.client))).toBe('busy');
    break;
  }
  await expect.poll(async () => (await engine.client.backups.state({})).running).toBe(false);
  expect(fs.readdirSync(kept).filter((name) => name.includes('unfinished'))).toEqual([]);
  expect((await engine.client.backups.state({})).problem).toBeNull();
  expect((await make(engine.client)).backup.verified).toBe(true);
});
