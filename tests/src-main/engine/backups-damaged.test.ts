import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findBackups } from '#main/data/backup/places.ts';
import { addClient, make, names, open, problemOf, restore } from '../../helpers/backup-host.ts';

test('a damaged base shuts the gate; its unsent work comes over into the newest backup', async () => {
  const engine = open();
  await addClient(engine.client, 'V zálohe');
  const { backup } = await make(engine.client);
  await addClient(engine.client, 'Neodoslaný');
  engine.host.close();
  const file = path.join(engine.profile, 'vizitka.db');
  const bytes = fs.readFileSync(file);
  bytes.fill(0, 0, 4096);
  fs.writeFileSync(file, bytes);

  const shut = open(engine.profile, 'browser');
  expect((await shut.window.gate.state({})).shut).toBe('damaged');
  expect((await shut.window.backups.list({})).map(({ id }) => id)).toEqual([backup.id]);
  expect(await shut.window.backups.inspect({ source: { id: backup.id } })).toMatchObject({
    opens: true,
    present: null,
  });
  const { salvaged, aside } = await restore(shut.window, { id: backup.id });
  expect(salvaged).toMatchObject({ actions: 1, records: 1, lostPages: 0, refused: 0 });
  expect(fs.readFileSync(path.join(aside ?? '', 'vizitka.db')).equals(bytes)).toBe(true);
  expect((await names(shut.client)).toSorted()).toEqual(['Neodoslaný', 'V zálohe']);
  expect((await shut.client.gate.state({})).shut).toBeNull();
});

test('without any backup a base is built of what can be read', async () => {
  const engine = open();
  await addClient(engine.client, 'Jediný');
  engine.host.close();
  const file = path.join(engine.profile, 'vizitka.db');
  const bytes = fs.readFileSync(file);
  bytes.fill(0, 0, 4096);
  fs.writeFileSync(file, bytes);
  const shut = open(engine.profile);
  const { salvaged } = await restore(shut.client, { readable: true });
  expect(salvaged?.records).toBeGreaterThan(0);
  expect(await names(shut.client)).toEqual(['Jediný']);
  expect((await shut.client.settings.get({})).member.name).toBe('Jana Testová');
});

test('damage that only a backup meets is said, and the next start offers the way back', async () => {
  const engine = open();
  await addClient(engine.client, 'V zálohe');
  const { backup } = await make(engine.client);
  await addClient(engine.client, 'Neodoslaný');
  // A table that no start looks at.
  const page = engine.host
    .context('script')
    .engine.base.reader.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'objection'`)
    .pluck()
    .get() as number;
  engine.host.close();
  const file = path.join(engine.profile, 'vizitka.db');
  const bytes = fs.readFileSync(file);
  const at = (page - 1) * 4096 + 50;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  fs.writeFileSync(file, bytes);

  const opened = open(engine.profile);
  expect((await opened.client.gate.state({})).shut).toBeNull();
  expect(await problemOf(make(opened.client))).toBe('baseDamaged');
  expect((await opened.client.backups.state({})).problem).toBe('baseDamaged');
  expect(findBackups(path.join(engine.profile, 'backups')).map(({ header }) => header.id)).toEqual([
    backup.id,
  ]);
  opened.host.close();

  const shut = open(engine.profile);
  expect((await shut.client.gate.state({})).shut).toBe('damaged');
  await restore(shut.client, { id: backup.id });
  expect((await names(shut.client)).toSorted()).toEqual(['Neodoslaný', 'V zálohe']);
  expect((await make(shut.client)).backup.counts).toMatchObject({ client: 2 });
});
