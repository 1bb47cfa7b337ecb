import { cpSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { inWorkspace } from '#server/data/transaction.ts';
import { bumpEpoch } from '#server/sync/workspaces.ts';
import { writeSync } from '#main/data/sync-store.ts';
import { verifyBase } from '#main/data/verify.ts';
import { write } from '#main/data/write.ts';
import { client } from '#shared/entities/clients.ts';
import { decrypted, traces } from '../../helpers/decrypted-base.ts';
import { hostileNetwork } from '../../helpers/hostile-network.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { type Colleague, expectAgreement, startTeam } from '../../helpers/team.ts';
import { clientOf, editClient, LABEL, newClient } from '../../helpers/team-work.ts';
import { PASSWORD } from '../../helpers/sync-device.ts';
import { openTestEngine } from '../../helpers/test-engine.ts';

/** The profile as it is now, to be put in place of it later or beside it. */
function copyOf({ base, folder, key }: Colleague) {
  base.writer.pragma('wal_checkpoint(TRUNCATE)');
  const copy = makeFolder();
  cpSync(folder, copy, { recursive: true });
  return (like: Colleague): Colleague => {
    const engine = openTestEngine({ folder: copy, key });
    onTestFinished(() => engine.close());
    return {
      ...like,
      ...engine,
      async sync() {
        const { trouble, ...counts } = await engine.client.sync.now({});
        expect(trouble).toBeNull();
        return counts;
      },
    };
  };
}

test('a copy of a profile goes on as a device of its own; what both wrote is there once', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(eva, 'Píla');
  const open = copyOf(eva);
  newClient(eva, 'Po kópii');
  await eva.sync();
  const copy = open(eva);
  editClient(copy, firm, { tier: 'b' });
  const other = newClient(copy, 'V kópii');
  await copy.sync();
  expect(copy.base.clock.device).not.toBe(eva.base.clock.device);
  await expectAgreement(copy, jan, eva);
  const names = jan.base.reader.prepare('SELECT name FROM client ORDER BY name').pluck().all();
  expect(names).toEqual(['Po kópii', 'Píla', 'V kópii']);
  expect(clientOf(jan, other)).toBeDefined();
  expect(clientOf(jan, firm)).toMatchObject({ tier: 'b' });
});

test('a profile that was put back from a copy catches up and loses nothing that was written on it', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(eva, 'Píla');
  await eva.sync();
  const open = copyOf(eva);
  editClient(eva, firm, { town: 'Martin' });
  await eva.sync();
  eva.close();
  const again = open(eva);
  editClient(again, firm, { tier: 'a' });
  await expectAgreement(again, jan);
  expect(clientOf(jan, firm)).toMatchObject({ town: 'Martin', tier: 'a' });
});

test('a server that begins a new epoch is told again what it may have forgotten', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(eva, 'Píla');
  await eva.sync();
  editClient(eva, firm, { tier: 'a' });
  await expectAgreement(eva, jan);
  const { database, workspace } = team.server;
  await inWorkspace(database, { workspace }, async (tx) => {
    // As a backup of before would have it: the firm, and not the edit.
    await tx.query(
      `DELETE FROM sync.change_log WHERE workspace_id = $1 AND kind = 'set' AND entity = 'client'`,
      [workspace],
    );
    await tx.query(
      `UPDATE sync.record SET data = data - 'tier', units = units - 'tier' WHERE workspace_id = $1 AND entity = 'client'`,
      [workspace],
    );
    await bumpEpoch(tx, workspace);
  });
  editClient(jan, firm, { town: 'Martin' });
  await expectAgreement(jan, eva);
  for (const one of [eva, jan]) expect(clientOf(one, firm)).toMatchObject({ tier: 'a', town: 'Martin' });
  expect((await jan.client.conflicts.list({})).rows).toEqual([]);
});

test('a clock eleven days wrong: it is measured, told, and does not decide who wins', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(eva, 'Píla');
  await eva.sync();
  await jan.sync();
  const days = 11 * 86_400_000;
  const back = jan.restart();
  Object.assign(back.base, { now: () => Date.now() + days });
  await back.sync();
  const { clockAheadMs } = await back.client.sync.state({});
  expect(Math.abs((clockAheadMs ?? 0) - days)).toBeLessThan(60_000);
  write(back.base, LABEL, (tx) => tx.edit(client, firm, { name: 'Jan' }));
  const [stamp] = back.base.reader
    .prepare<[], { hlc: string }>(`SELECT hex(hlc) AS hlc FROM change ORDER BY ord DESC LIMIT 1`)
    .all();
  expect(Math.abs(Number.parseInt(stamp?.hlc.slice(0, 12) ?? '', 16) - Date.now())).toBeLessThan(60_000);
  Object.assign(eva.base, { now: () => Date.now() + 5_000 });
  editClient(eva, firm, { name: 'Eva' });
  await expectAgreement(back, eva);
  expect(clientOf(eva, firm)).toMatchObject({ name: 'Eva' });
});

test('a laptop that was ended keeps no byte of the firm; what was not sent is sealed and goes on after a sign-in', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const [own, foreign] = [newClient(jan, 'Vlastnáxyz'), newClient(eva, 'Cudziaxyz')];
  await expectAgreement(jan, eva);
  editClient(jan, foreign, { name: 'Premenovanáxyz' });
  await jan.sync();
  editClient(jan, own, { notes: 'neodoslanéxyz' });
  const typed = newClient(jan, 'Píla');
  const words = ['Vlastnáxyz', 'vlastnaxyz', 'Cudziaxyz', 'Premenovanáxyz', 'premenovanaxyz'];
  expect(traces(decrypted(jan.base), ...words)).toHaveLength(words.length);
  const laptop = (await eva.client.sync.devices({})).find(({ member }) => member === jan.base.member());
  await eva.client.sync.revokeDevice({ device: laptop?.id ?? '' });
  expect((await jan.client.sync.now({})).trouble).toBe('ended');
  expect(traces(decrypted(jan.base), ...words)).toEqual([]);
  expect(verifyBase(jan.base).problems).toEqual([]);
  expect(await jan.client.sync.state({})).toMatchObject({ unsent: 0, trouble: { reason: 'ended' } });
  const sealed = await jan.client.sync.rejected({});
  expect(sealed.flatMap(({ changes }) => changes.map(({ record }) => record)).sort()).toEqual(
    [own, typed].sort(),
  );

  const later = newClient(jan, 'Neskôr');
  expect((await jan.client.sync.now({})).trouble).toBe('ended');
  expect(clientOf(jan, later)).toMatchObject({ name: 'Neskôr' });
  const again = { server: team.server.url, email: jan.email, invitation: null, device: 'Laptop' };
  await expect(jan.client.sync.signIn({ ...again, password: 'not the password' })).rejects.toMatchObject({
    data: { reason: 'wrongPassword' },
  });
  expect(await jan.client.sync.signIn({ ...again, password: PASSWORD })).toEqual({ joining: false });
  await jan.sync();
  for (const { txn } of sealed) await jan.client.sync.retryRejected({ txn });
  await expectAgreement(jan, eva);
  expect(clientOf(eva, own)).toMatchObject({ name: 'Vlastnáxyz', notes: 'neodoslanéxyz' });
  expect(clientOf(eva, typed)).toMatchObject({ name: 'Píla' });
  expect(clientOf(eva, later)).toMatchObject({ name: 'Neskôr' });
});

test('a removal of the firm that a crash cut off goes on at the next start, also without a network', async () => {
  const team = await startTeam();
  const eva = await team.add('eva');
  const network = await hostileNetwork(team.server.url);
  const jan = await team.add('jan', { through: network.url });
  for (let no = 0; no < 5; no += 1) newClient(eva, 'Firma');
  await expectAgreement(eva, jan);
  writeSync(jan.base.writer, 'removingFirm', true);
  network.fate = () => 'lostOnTheWay';
  const again = jan.restart();
  expect((await again.client.sync.now({})).trouble).toBe('offline');
  expect(await again.client.clients.list({ filter: {} })).toMatchObject({ total: 0 });
  expect(verifyBase(again.base).problems).toEqual([]);
  // Nobody had ended it after all: it copies anew.
  network.fate = () => 'passes';
  await expectAgreement(again, eva);
  expect(await again.client.clients.list({ filter: {} })).toMatchObject({ total: 5 });
});
