import { describe, expect, test } from 'vitest';
import { contact, position } from '#shared/entities/clients.ts';
import { removeRecord } from '#main/data/remote/remove.ts';
import { write, writeRemote } from '#main/data/write.ts';
import { entities } from '#shared/entities/index.ts';
import { interaction } from '#shared/entities/meetings.ts';
import { hostileNetwork } from '../../helpers/hostile-network.ts';
import { expectAgreement, ownersOnly, startTeam } from '../../helpers/team.ts';
import { clientOf, editClient, idsOf as ids, LABEL, newClient, newPerson } from '../../helpers/team-work.ts';

describe('a client that is handed over', () => {
  test('leaves one laptop with everything under it and comes to the other', async () => {
    const { eva, jan, ivo } = await ownersOnly();
    const firm = newClient(jan, 'Píla Tatry');
    const person = newPerson(jan, firm);
    await expectAgreement(jan, ivo, eva);
    expect(ids(ivo, 'client')).toEqual([]);
    editClient(jan, firm, { owner: ivo.base.member() });
    await expectAgreement(jan, ivo, eva);
    expect(ids(jan, 'client')).toEqual([]);
    expect(ids(jan, 'position')).toEqual([]);
    expect(ids(ivo, 'client')).toEqual([firm]);
    expect(ids(ivo, 'contact')).toEqual([person]);
    expect(ids(eva, 'client')).toEqual([firm]);
  });

  test('takes an edit of the one who lost it along, or keeps it sealed', async () => {
    const { eva, jan, ivo } = await ownersOnly();
    const firm = newClient(jan, 'Píla');
    await expectAgreement(jan, eva);
    editClient(eva, firm, { owner: ivo.base.member() });
    await eva.sync();
    editClient(jan, firm, { tier: 'a' });
    await expectAgreement(jan, ivo);
    expect(clientOf(jan, firm)).toBeUndefined();
    expect(await jan.client.sync.rejected({})).toMatchObject([
      { reason: 'notVisible', changes: [{ kind: 'set', units: { tier: { tier: 'a' } } }] },
    ]);
  });
});

test('what was refused is written again once it may be, and reaches the others', async () => {
  const { eva, jan } = await ownersOnly();
  const firm = newClient(jan, 'Píla');
  await expectAgreement(jan, eva);
  editClient(eva, firm, { owner: eva.base.member() });
  await eva.sync();
  editClient(jan, firm, { tier: 'a' });
  const visit = jan.base.newId();
  write(jan.base, LABEL, (tx) =>
    tx.create(interaction, visit, {
      client: firm,
      kind: 'call',
      happenedAt: 1,
      zone: 'Europe/Bratislava',
      summary: 'Dohoda',
      author: tx.member,
    }),
  );
  await jan.sync();
  const refused = await jan.client.sync.rejected({});
  expect(new Set(refused.map(({ changes }) => changes[0]?.kind))).toEqual(new Set(['create', 'set']));
  editClient(eva, firm, { owner: jan.base.member() });
  await eva.sync();
  await jan.sync();
  for (const { txn } of refused) await jan.client.sync.retryRejected({ txn });
  await expectAgreement(jan, eva);
  expect(clientOf(eva, firm)).toMatchObject({ tier: 'a' });
  expect(ids(eva, 'interaction')).toEqual([visit]);
  expect(await jan.client.sync.rejected({})).toEqual([]);
});

test('values that this laptop never had are asked from the server', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(eva, 'Prvé meno');
  await eva.sync();
  editClient(eva, firm, { name: 'Druhé meno' });
  await expectAgreement(eva, jan);
  expect(await jan.client.history.of({ entity: 'client', id: firm })).toEqual([]);
  const values = await jan.client.sync.olderHistory({ entity: 'client', id: firm });
  expect(values.filter(({ unit }) => unit === 'name')).toMatchObject([
    { value: { name: 'Druhé meno' }, actor: eva.base.member() },
    { value: { name: 'Prvé meno' }, actor: eva.base.member() },
  ]);
});

test('rights that change: what is no longer seen goes, what is newly seen comes', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const [mine, theirs] = [newClient(jan, 'Moja'), newClient(eva, 'Jej')];
  await expectAgreement(jan, eva);
  await jan.sync();
  expect(ids(jan, 'client')).toHaveLength(2);
  await eva.client.sync.changeWorkspace({ clientScope: 'owner' });
  await expectAgreement(jan, eva);
  expect(ids(jan, 'client')).toEqual([mine]);
  expect(clientOf(eva, theirs)).toBeDefined();
  await eva.client.sync.changeWorkspace({ clientScope: 'workspace' });
  await expectAgreement(jan, eva);
  expect(ids(jan, 'client')).toHaveLength(2);
});

test('many that would leave at once are held until the person agrees', async () => {
  const { eva, jan, ivo } = await ownersOnly();
  for (let no = 0; no < 60; no += 1) newClient(jan, `Firma ${no}`);
  await expectAgreement(jan, eva);
  for (const id of ids(eva, 'client')) editClient(eva, id, { owner: ivo.base.member() });
  await eva.sync();
  expect((await jan.client.sync.now({})).trouble).toBe('manyLeaving');
  expect((await jan.client.sync.now({})).trouble).toBe('manyLeaving');
  expect(ids(jan, 'client').length).toBeGreaterThan(0);
  const kept = newClient(jan, 'Ostáva');
  await jan.client.sync.allowLeaving({});
  await expectAgreement(jan, eva, ivo);
  expect(ids(jan, 'client')).toEqual([kept]);
});

test('what differs is found and fetched, and nothing else is touched', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  for (let no = 0; no < 10; no += 1) newClient(eva, `Firma ${no}`);
  await expectAgreement(eva, jan);
  const [damaged, missing, ...others] = ids(jan, 'client');
  jan.base.writer.exec(`UPDATE client SET town = 'Nikde' WHERE id = '${damaged}'`);
  writeRemote(jan.base, (tx) => removeRecord(tx, entities.client, missing ?? '', 'void'));
  const found = await jan.client.sync.verify({});
  expect(found).toMatchObject({ equal: false, trouble: null });
  expect(found.fetched).toBeLessThan(6);
  expect(clientOf(jan, damaged ?? '')).toMatchObject({ town: null });
  expect(ids(jan, 'client')).toHaveLength(others.length + 2);
  expect(await jan.client.sync.verify({})).toMatchObject({ equal: true, fetched: 0 });
});

test('the first copy goes on where it was cut off, and work begins before it is whole', async () => {
  const team = await startTeam();
  const eva = await team.add('eva');
  for (let no = 0; no < 30; no += 1) newClient(eva, `Firma ${no}`);
  await eva.sync();
  const network = await hostileNetwork(team.server.url);
  const jan = await team.add('jan', { through: network.url });
  let pages = 0;
  network.fate = (path) => (path === '/v1/snapshot' && (pages += 1) > 2 ? 'lostOnTheWay' : 'passes');
  expect((await jan.client.sync.now({})).trouble).toBe('offline');
  expect((await jan.client.sync.state({})).firstSync).toMatchObject({ slice: 'people', usable: true });
  const again = jan.restart();
  const before = network.asked.filter((path) => path === '/v1/snapshot').length;
  network.fate = () => 'passes';
  await expectAgreement(again, eva);
  expect(network.asked.filter((path) => path === '/v1/snapshot')).toHaveLength(before + 3);
  expect(ids(again, 'client')).toHaveLength(30);
  expect((await again.client.sync.state({})).firstSync).toBeNull();
});

test('an erasure reaches every laptop, also one that was away and had typed meanwhile', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const person = eva.base.newId();
  const firm = newClient(eva, 'Píla');
  write(eva.base, { key: 'contactCreated', params: { name: 'Jozef Zabudnutý' } }, (tx) => {
    tx.create(contact, person, { firstName: 'Jozef', lastName: 'Zabudnutý' });
    tx.create(position, tx.newId(), {
      client: firm,
      contact: person,
      workEmails: [{ value: 'zabudnuty@pila.sk', kind: 'work' }],
    });
    tx.create(interaction, tx.newId(), {
      client: firm,
      kind: 'call',
      happenedAt: tx.now,
      zone: 'Europe/Bratislava',
      people: [person],
      summary: 'Zabudnutý sľúbil',
      author: tx.member,
    });
  });
  await expectAgreement(eva, jan);
  write(jan.base, { key: 'contactEdited', params: { name: 'Zabudnutý' } }, (tx) =>
    tx.edit(contact, person, { notes: 'súkromné' }),
  );
  await expect(jan.client.contacts.erase({ id: person, interactions: true })).rejects.toMatchObject({
    data: { reason: 'notAllowed' },
  });
  expect(await eva.client.contacts.erase({ id: person, interactions: true })).toEqual({ erased: 3 });
  expect(await eva.client.contacts.list({ filter: {} })).toMatchObject({ total: 0 });
  await expect(eva.client.contacts.get({ id: person })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await eva.sync();
  await jan.sync();
  await eva.sync();
  for (const { base, client } of [eva, jan]) {
    const all = [
      'contact',
      'history',
      'change',
      'rejected',
      'action',
      'draft',
      'shadow',
      'conflict',
      'contact_doc',
      'position',
      'position_doc',
      'interaction',
      'interaction_doc',
    ]
      .map((table) => JSON.stringify(base.reader.prepare(`SELECT * FROM ${table}`).all()))
      .join('');
    expect(all).not.toMatch(/Zabudnut|zabudnut|Jozef|jozef|súkromné/);
    expect(await client.sync.state({})).toMatchObject({ unsent: 0 });
    expect(await client.sync.verify({})).toMatchObject({ equal: true });
  }
});
