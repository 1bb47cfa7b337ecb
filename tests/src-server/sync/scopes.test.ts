import { afterAll, describe, expect, test } from 'vitest';
import { inWorkspace } from '#server/data/transaction.ts';
import { changeMember, changeWorkspace } from '#server/sync/workspaces.ts';
import type { PullItem } from '#shared/sync/wire.ts';
import { addPerson, makeFirm } from '../../helpers/firm.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

const CLIENT = { name: 'Kováč', status: 'active' };

function told(items: readonly PullItem[]): string[] {
  return items.map((item) =>
    item.kind === 'record'
      ? item.record.id
      : item.kind === 'leave'
        ? `leave ${item.root}`
        : `erase ${item.id}`,
  );
}

describe('where only the owner sees a client', () => {
  test('a client that moves leaves one device and comes to the other with all under it, its person too', async () => {
    const firm = await makeFirm(db, 'owner');
    const [eva, jan, boss] = [await addPerson(firm), await addPerson(firm), await addPerson(firm, 'admin')];
    const client = eva.create('client', { ...CLIENT, owner: eva.caller.member });
    const person = eva.create('contact', { lastName: 'Nová' });
    const place = eva.create('position', { client: client.id, contact: person.id });
    const contract = eva.create('contract', { client: client.id, title: 'Rámcová', status: 'draft' });
    const all = [client.id, person.id, place.id, contract.id].sort();
    await eva.push([client, person, place, contract]);
    expect(told(await eva.pull()).sort()).toEqual(all);
    expect(await jan.pull()).toEqual([]);
    expect(told(await boss.pull()).sort()).toEqual(all);

    const moved = boss.set(client, { owner: { owner: jan.caller.member } });
    await boss.push([moved]);
    expect(told(await eva.pull()).sort()).toEqual([`leave ${client.id}`, `leave ${person.id}`].sort());
    expect(told(await jan.pull()).sort()).toEqual(all);
    expect(told(await boss.pull())).not.toContain(`leave ${client.id}`);

    const late = await eva.push([eva.set(contract, { title: { title: 'Nová' } })]);
    expect(late.results).toMatchObject([{ status: 'rejected', reason: 'notVisible' }]);
    expect(late.records).toEqual([]);
    await boss.push([boss.set(client, { owner: { owner: eva.caller.member } }, { owner: moved.id })]);
    expect(told(await eva.pull()).sort()).toEqual(all);
    await firm.close();
  });

  test('a client that left and came back while a device was away does not leave', async () => {
    const firm = await makeFirm(db, 'owner');
    const [eva, jan, boss] = [await addPerson(firm), await addPerson(firm), await addPerson(firm, 'admin')];
    const client = eva.create('client', { ...CLIENT, owner: eva.caller.member });
    await eva.push([client]);
    await eva.pull();
    const away = boss.set(client, { owner: { owner: jan.caller.member } });
    await boss.push([away]);
    await boss.push([boss.set(client, { owner: { owner: eva.caller.member } }, { owner: away.id })]);
    expect(told(await eva.pull())).toEqual([client.id]);
    // to leave what never arrived does nothing
    expect(told(await jan.pull())).toEqual([`leave ${client.id}`]);
    await firm.close();
  });

  test('a person is seen by whoever sees one of his places, and by who entered him while he has none', async () => {
    const firm = await makeFirm(db, 'owner');
    const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
    const person = eva.create('contact', { lastName: 'Nová' });
    await eva.push([person]);
    expect(told(await eva.pull())).toEqual([person.id]);
    const theirs = jan.create('client', { ...CLIENT, owner: jan.caller.member });
    await jan.push([theirs]);
    const grab = jan.create('position', { client: theirs.id, contact: person.id });
    expect((await jan.push([grab])).results).toMatchObject([{ status: 'rejected', reason: 'notVisible' }]);
    await jan.pull();

    const mine = eva.create('client', { ...CLIENT, owner: eva.caller.member });
    const second = eva.create('client', { ...CLIENT, owner: eva.caller.member });
    const [place, another] = [mine, second].map((client) =>
      eva.create('position', { client: client.id, contact: person.id }),
    );
    await eva.push([mine, second, place!, another!]);
    await eva.pull();
    // one of two places goes: the person stays
    await eva.push([eva.remove(place!)]);
    expect(told(await eva.pull())).toEqual([place!.id]);
    await eva.push([eva.set(second, { owner: { owner: jan.caller.member } })]);
    expect(told(await jan.pull()).sort()).toEqual([second.id, another!.id, person.id].sort());
    expect(told(await eva.pull()).sort()).toEqual([`leave ${second.id}`, `leave ${person.id}`].sort());
    await firm.close();
  });

  test('a manager sees the clients of his team; somebody who changes team takes his clients along', async () => {
    const firm = await makeFirm(db, 'owner');
    const eva = await addPerson(firm, 'rep', { team: 'west' });
    const peer = await addPerson(firm, 'rep', { team: 'west' });
    const [west, east] = [
      await addPerson(firm, 'manager', { team: 'west' }),
      await addPerson(firm, 'manager', { team: 'east' }),
    ];
    const client = eva.create('client', { ...CLIENT, owner: eva.caller.member });
    await eva.push([client]);
    expect(told(await west.pull())).toEqual([client.id]);
    expect(await east.pull()).toEqual([]);
    expect(await peer.pull()).toEqual([]);
    await inWorkspace(db, firm, (tx) =>
      changeMember(tx, firm.workspace, { member: eva.caller.member, team: 'east' }),
    );
    expect(told(await west.pull())).toEqual([`leave ${client.id}`]);
    expect(told(await east.pull())).toEqual([client.id]);
    await expect(eva.pull()).rejects.toMatchObject({ code: 'access_changed' });
    await eva.hello();
    expect(told(await eva.pull())).toContain(client.id);
    await firm.close();
  });
});

test('by territory: those of the territory see a client, and lose it when it moves out', async () => {
  const firm = await makeFirm(db, 'territory');
  const north = await addPerson(firm, 'rep', { territories: ['north'] });
  const south = await addPerson(firm, 'rep', { territories: ['south', 'coast'] });
  const client = north.create('client', { ...CLIENT, territory: 'north', owner: north.caller.member });
  await north.push([client]);
  expect(await south.pull()).toEqual([]);
  await north.push([north.set(client, { territory: { territory: 'coast' } })]);
  expect(told(await south.pull())).toEqual([client.id]);
  // the owner sees what he owns wherever it lies
  expect(told(await north.pull())).toEqual([client.id]);
  await firm.close();
});

test('when the rule itself changes, every device is told to copy anew, and sees what the new rule gives', async () => {
  const firm = await makeFirm(db, 'workspace');
  const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
  const client = eva.create('client', { ...CLIENT, owner: eva.caller.member });
  const person = eva.create('contact', { lastName: 'Nová' });
  await eva.push([client, person, eva.create('position', { client: client.id, contact: person.id })]);
  expect(await jan.pull()).toHaveLength(3);
  await inWorkspace(db, firm, (tx) => changeWorkspace(tx, firm.workspace, { clientScope: 'owner' }));
  await expect(jan.pull()).rejects.toMatchObject({ code: 'access_changed' });
  await jan.hello();
  jan.cursor = 0;
  expect(await jan.pull()).toEqual([]);
  await eva.hello();
  eva.cursor = 0;
  expect(await eva.pull()).toHaveLength(3);
  await firm.close();
});

test('a client with many records that changes hands comes in pages of bounded size', async () => {
  const firm = await makeFirm(db, 'owner');
  const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
  const client = eva.create('client', { ...CLIENT, owner: eva.caller.member });
  const children = Array.from({ length: 450 }, (_, at) =>
    eva.create('contract', { client: client.id, title: `Z ${at}`, status: 'draft' }),
  );
  await eva.push([client]);
  for (let at = 0; at < children.length; at += 150) await eva.push(children.slice(at, at + 150));
  await eva.push([eva.set(client, { owner: { owner: jan.caller.member } })]);
  const sizes = [];
  for (let more = true; more; ) {
    const page = await jan.page(200);
    sizes.push(page.items.length);
    more = page.more;
  }
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(451);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
  await firm.close();
});

test('the last administrator stays one', async () => {
  const firm = await makeFirm(db);
  const boss = await addPerson(firm, 'admin');
  const demote = inWorkspace(db, firm, (tx) =>
    changeMember(tx, firm.workspace, { member: boss.caller.member, role: 'rep' }),
  );
  await expect(demote).rejects.toMatchObject({ code: 'not_allowed' });
  await firm.close();
});
