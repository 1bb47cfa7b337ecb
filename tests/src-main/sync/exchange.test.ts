import { expect, test } from 'vitest';
import { inWorkspace } from '#server/data/transaction.ts';
import { hostileNetwork } from '../../helpers/hostile-network.ts';
import { write } from '#main/data/write.ts';
import { client, contact, position } from '#shared/entities/clients.ts';
import { interaction } from '#shared/entities/meetings.ts';
import { expectAgreement, startTeam } from '../../helpers/team.ts';
import { clientOf, editClient as edit, LABEL, newClient } from '../../helpers/team-work.ts';

test('two people hold the same after both have exchanged', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(eva, 'Píla Tatry');
  write(eva.base, LABEL, (tx) => {
    const person = tx.newId();
    tx.create(contact, person, { lastName: 'Kováč' });
    tx.create(position, tx.newId(), { client: firm, contact: person });
    tx.create(interaction, tx.newId(), {
      client: firm,
      kind: 'visit',
      happenedAt: tx.now,
      zone: 'Europe/Bratislava',
      summary: 'Dohoda',
      author: tx.member,
    });
  });
  await eva.sync();
  await jan.sync();
  expect(clientOf(jan, firm)).toMatchObject({ name: 'Píla Tatry', owner: eva.base.member() });
  expect((await jan.client.search.find({ text: 'kovac' })).groups[0]?.hits).toHaveLength(1);
  edit(jan, firm, { tier: 'a' });
  edit(eva, firm, { town: 'Martin' });
  await expectAgreement(eva, jan);
  expect(clientOf(eva, firm)).toMatchObject({ tier: 'a', town: 'Martin' });
  expect(clientOf(jan, firm)).toEqual(clientOf(eva, firm));
});

test('the same value edited by both: one stands, the other waits at the desk, where it can be put back', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(eva, 'Píla');
  await eva.sync();
  await jan.sync();
  edit(eva, firm, { name: 'Píla Eva' });
  edit(jan, firm, { name: 'Píla Jan' });
  await eva.sync();
  await expectAgreement(jan, eva);
  expect(clientOf(eva, firm)).toMatchObject({ name: 'Píla Jan' });
  const { rows } = await eva.client.conflicts.list({});
  expect(rows).toMatchObject([
    {
      entity: 'client',
      record: firm,
      unit: 'name',
      before: { name: 'Píla' },
      kept: { value: { name: 'Píla Jan' }, byName: expect.any(String), mine: false },
      lost: { value: { name: 'Píla Eva' }, mine: true },
    },
  ]);
  await eva.client.conflicts.resolve({ ids: [rows[0]?.id ?? ''], choice: 'restored' });
  await expectAgreement(eva, jan);
  expect(clientOf(jan, firm)).toMatchObject({ name: 'Píla Eva' });
  expect((await jan.client.conflicts.list({})).rows).toEqual([]);
  expect((await jan.client.conflicts.list({ resolved: true })).rows).toMatchObject([
    { choice: 'restored', resolvedByName: expect.any(String) },
  ]);
});

test('work goes on while it is exchanged: what is written meanwhile is sent, drafts stay', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(eva, 'Píla');
  await eva.sync();
  await jan.sync();
  await jan.client.drafts.save({
    key: 'c',
    entity: 'client',
    record: firm,
    client: firm,
    values: { town: 'Ma' },
  });
  edit(eva, firm, { town: 'Žilina' });
  await eva.sync();
  const running = jan.sync();
  edit(jan, firm, { tier: 'b' });
  await running;
  expect(await jan.client.drafts.get({ key: 'c' })).toMatchObject({ values: { town: 'Ma' } });
  expect(clientOf(jan, firm)).toMatchObject({ town: 'Žilina', tier: 'b' });
  await expectAgreement(jan, eva);
});

test('one laptop deletes what the other has edited: it stays, and both are told', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(eva, 'Píla');
  await eva.sync();
  await jan.sync();
  edit(jan, firm, { tier: 'a' });
  await jan.sync();
  write(eva.base, LABEL, (tx) => tx.remove(client, firm));
  await expectAgreement(eva, jan);
  expect(clientOf(eva, firm)).toMatchObject({ deleted_at: null, tier: 'a' });
  expect((await eva.client.conflicts.list({})).rows).toMatchObject([{ kind: 'deleted', record: firm }]);
});

test('a refused change comes back with its reason, is written again or let go', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(eva, 'Píla');
  await eva.sync();
  await jan.sync();
  // Only an administrator may change another member's record.
  const other = eva.base.member();
  write(jan.base, LABEL, (tx) => {
    tx.edit(client, firm, { tier: 'a' });
    tx.create(interaction, tx.newId(), {
      client: '01990000-0000-7000-8000-0000000000ff',
      kind: 'call',
      happenedAt: 1,
      zone: 'Europe/Bratislava',
      author: other,
    });
  });
  await jan.sync();
  const [row] = await jan.client.sync.rejected({});
  expect(row).toMatchObject({ changes: [{ kind: 'set', title: 'Píla' }, { kind: 'create' }] });
  expect(clientOf(jan, firm)).toMatchObject({ tier: null });
  await jan.client.sync.discardRejected({ txn: row?.txn ?? '' });
  await expectAgreement(jan, eva);
  expect(await jan.client.sync.rejected({})).toEqual([]);
});

test('the server learns who took how much out, once, and nothing of what', async () => {
  const team = await startTeam();
  const network = await hostileNetwork(team.server.url);
  const eva = await team.add('eva', { through: network.url });
  newClient(eva, 'Píla');
  await eva.sync();
  const what = { export: { what: 'clients' as const }, how: { format: 'csv' as const } };
  for await (const _ of await eva.client.exchange.export(what));
  network.fate = () => 'answerLost';
  expect((await eva.client.sync.now({})).trouble).toBe('offline');
  network.fate = () => 'passes';
  await eva.sync();
  await eva.sync();
  const rows = await inWorkspace(team.server.database, { workspace: team.server.workspace }, async (tx) => {
    const sql = `SELECT member, details - 'at' AS details FROM sync.audit_log WHERE kind = 'export'`;
    return (await tx.query(sql)).rows as unknown[];
  });
  expect(rows).toEqual([{ member: eva.base.member(), details: { what: 'clients', format: 'csv', rows: 1 } }]);
});
