import { afterAll, describe, expect, test } from 'vitest';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { inWorkspace } from '#server/data/transaction.ts';
import { addHandDevice, addPerson, makeFirm } from '../../helpers/firm.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const db = await openTestDatabase();
const firm = await makeFirm(db);
afterAll(async () => {
  await firm.close();
  await db.close();
});

const CLIENT = { name: 'Kováč, s.r.o.', status: 'active', ico: '12345678' };

describe('a push', () => {
  test('is taken, answered with the records as they are, and reaches another device', async () => {
    const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
    await jan.pull();
    const client = eva.create('client', CLIENT);
    const visit = eva.create('interaction', {
      client: client.id,
      kind: 'visit',
      happenedAt: 1_795_000_000_000,
      zone: 'Europe/Bratislava',
      summary: 'ok',
      author: eva.caller.member,
    });
    const answer = await eva.push([client, visit]);
    expect(answer.results.map(({ status }) => status)).toEqual(['applied', 'applied']);
    expect(answer.lastN).toBe(2);
    expect(answer.records.find(({ id }) => id === client.id)).toMatchObject({
      data: CLIENT,
      root: client.id,
      createdBy: eva.caller.member,
      units: { ico: { change: client.id, hlc: client.hlc, actor: eva.caller.member } },
    });
    const pulled = await jan.pullRecords();
    expect(pulled.map(({ id }) => id).sort()).toEqual([client.id, visit.id].sort());
    expect(pulled).toEqual(expect.arrayContaining(answer.records));
    expect(jan.cursor).toBe(answer.head);
  });

  test('that comes twice changes nothing, and its answer is given again', async () => {
    const eva = await addPerson(firm);
    const sent = eva.number([eva.create('client', CLIENT)]);
    const first = await eva.send(sent);
    const again = await eva.send(sent);
    expect(again.results).toEqual([{ ...first.results[0], status: 'duplicate' }]);
    expect(again.records).toEqual(first.records);
  });

  test('that comes twice at the same moment is taken once', async () => {
    const eva = await addPerson(firm);
    const sent = eva.number([eva.create('client', CLIENT)]);
    await eva.hello();
    const answers = await Promise.all([eva.send(sent), eva.send(sent)]);
    const statuses = answers.map(({ results }) => results[0]?.status);
    expect(new Set(statuses)).toEqual(new Set(['applied', 'duplicate']));
  });

  test('whose numbers leave a gap waits for what is missing', async () => {
    const eva = await addPerson(firm);
    const [first, second] = eva.number([eva.create('client', CLIENT)], [eva.create('client', CLIENT)]);
    await expect(eva.send([second!])).rejects.toMatchObject({ code: 'gap', details: { lastN: 0 } });
    expect((await eva.send([first!, second!])).lastN).toBe(2);
  });

  test('that uses a number twice comes from a copy of the profile', async () => {
    const eva = await addPerson(firm);
    await eva.push([eva.create('client', CLIENT)]);
    eva.n = 0;
    const copy = eva.number([eva.create('client', CLIENT)]);
    await expect(eva.send(copy)).rejects.toMatchObject({ code: 'device_fork', details: { lastN: 1 } });
    await expect(
      eva
        .hello()
        .then(() => (eva.n = 0))
        .then(() => eva.hello()),
    ).rejects.toMatchObject({
      code: 'device_fork',
    });
    const fresh = await addHandDevice(firm, eva.caller.member);
    expect((await fresh.send(copy)).results[0]?.status).toBe('applied');
  });

  test('of a copied profile with another edit under the same id keeps both', async () => {
    const eva = await addPerson(firm);
    const client = eva.create('client', { ...CLIENT, notes: 'prvá' });
    await eva.push([client]);
    const copy = await addHandDevice(firm, eva.caller.member);
    const other = { ...client, units: { ...client.units, notes: { notes: 'druhá' } } };
    const answer = await copy.push([other]);
    expect(answer.results).toMatchObject([{ id: client.id, status: 'conflict' }]);
    const again = await (await addHandDevice(firm, eva.caller.member)).push([other]);
    expect(again.results).toMatchObject([{ id: client.id, status: 'duplicate' }]);
  });

  test('of an unknown epoch is refused with the present one', async () => {
    const eva = await addPerson(firm);
    await eva.hello();
    const { epoch } = eva;
    eva.epoch = v7();
    await expect(eva.push([eva.create('client', CLIENT)])).rejects.toMatchObject({
      code: 'epoch_changed',
      details: { epoch },
    });
  });
});

describe('two edits that have not seen each other', () => {
  test('of different units both stand', async () => {
    const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
    const client = eva.create('client', CLIENT);
    await eva.push([client]);
    await eva.push([eva.set(client, { tier: { tier: 'key' } })]);
    const { results, records } = await jan.push([jan.set(client, { segment: { segment: 'food' } })]);
    expect(results[0]?.status).toBe('applied');
    expect(records[0]?.data).toMatchObject({ tier: 'key', segment: 'food' });
  });

  test('of one important unit: the later stays, the other one goes to the conflict desk', async () => {
    const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
    const client = eva.create('client', CLIENT);
    await eva.push([client]);
    const early = jan.set(client, { ico: { ico: '22222222' } });
    const late = eva.set(client, { ico: { ico: '11111111' } });
    await eva.push([late]);
    const answer = await jan.push([early]);
    expect(answer.results[0]?.status).toBe('conflict');
    const conflict = answer.records.find(({ entity }) => entity === 'conflict');
    expect(conflict?.data).toMatchObject({
      record: client.id,
      unit: 'ico',
      before: { ico: '12345678' },
      kept: { ico: '11111111' },
      lost: { ico: '22222222' },
      lostBy: jan.caller.member,
    });
    expect(conflict).toMatchObject({ root: client.id });
    const seen = await eva.pullRecords();
    expect(seen.map(({ id }) => id)).toContain(conflict?.id);
  });

  test('of one long text are joined, and what the author goes on from does not undo the other', async () => {
    const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
    const client = eva.create('client', { ...CLIENT, notes: 'Volať ráno. Platí vždy načas. Má psa.' });
    await eva.push([client]);
    await eva.push([eva.set(client, { notes: { notes: 'Volať večer. Platí vždy načas. Má psa.' } })]);
    const first = jan.set(client, { notes: { notes: 'Volať ráno. Platí vždy načas. Má mačku.' } });
    const second = jan.set(
      client,
      { notes: { notes: 'Volať ráno. Platí vždy načas. Má dve mačky.' } },
      { notes: first.id },
    );
    const answer = await jan.push([first], [second]);
    expect(answer.results.map(({ status }) => status)).toEqual(['merged', 'merged']);
    expect(answer.records[0]?.data['notes']).toBe('Volať večer. Platí vždy načas. Má dve mačky.');
  });

  test('a deletion against an edit that it had not seen: the record stays, with a conflict', async () => {
    const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
    const client = eva.create('client', CLIENT);
    await eva.push([client]);
    await jan.pull();
    const objection = eva.create('objection', {
      client: client.id,
      raisedAt: 1_795_000_000_000,
      text: 'Drahé',
      outcome: 'open',
    });
    await eva.push([objection]);
    const answer = await jan.push([jan.remove(client)]);
    expect(answer.results[0]?.status).toBe('conflict');
    expect(answer.records.find(({ id }) => id === client.id)?.deletedAt).toBeNull();
    await jan.pull();
    expect((await jan.push([jan.remove(client)])).results[0]?.status).toBe('applied');
  });

  test('something written under a client that was deleted meanwhile brings the client back', async () => {
    const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
    const client = eva.create('client', CLIENT);
    await eva.push([client]);
    await eva.push([eva.remove(client)]);
    const contract = jan.create('contract', { client: client.id, title: 'Rámcová', status: 'draft' });
    const answer = await jan.push([contract]);
    expect(answer.records.find(({ id }) => id === client.id)?.deletedAt).toBeNull();
    expect(answer.records.filter(({ entity }) => entity === 'conflict')).toHaveLength(1);
  });

  test('a clock that is days ahead does not win for days', async () => {
    const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
    eva.ahead = 11 * 86_400_000;
    const client = eva.create('client', CLIENT);
    const answer = await eva.push([client]);
    const createdAt = answer.records[0]?.createdAt ?? 0;
    expect(createdAt).toBeLessThanOrEqual(Date.now());
    const later = await jan.push([jan.set(client, { tier: { tier: 'a' } })]);
    expect(later.records[0]?.data['tier']).toBe('a');
  });
});

describe('what cannot be accepted', () => {
  test('goes into custody with its txn; the rest goes on, and nothing is blocked behind it', async () => {
    const eva = await addPerson(firm);
    const [good, late] = [eva.create('client', CLIENT), eva.create('client', CLIENT)];
    const bad = eva.create('client', { ...CLIENT, status: 'nonsense' });
    const beside = eva.create('client', CLIENT);
    const answer = await eva.push([good], [bad, beside], [late]);
    expect(answer.results.map(({ status, reason }) => [status, reason])).toEqual([
      ['applied', null],
      ['rejected', 'invalid'],
      ['rejected', 'invalid'],
      ['applied', null],
    ]);
    expect(answer.lastN).toBe(4);
    const { rows } = await inWorkspace(db, firm, (tx) =>
      tx.query<{ record: string }>(
        `SELECT change::json ->> 'record' AS record FROM sync.rejected_change WHERE workspace_id = $1 AND device_id = $2`,
        [firm.workspace, eva.caller.device],
      ),
    );
    expect(rows.map(({ record }) => record).sort()).toEqual([bad.id, beside.id].sort());
    expect((await eva.push([eva.create('client', CLIENT)])).results[0]?.status).toBe('applied');
  });

  test.each([
    [
      'a value that the database cannot hold',
      {
        name: 'x',
        status: 'active',
        addresses: [{ kind: 'other', street: 'a\u0000b', postcode: null, town: null, country: null }],
      },
    ],
    ['half a surrogate pair', { name: '\ud800', status: 'active' }],
  ])('%s is refused alone', async (_, values) => {
    const eva = await addPerson(firm);
    const answer = await eva.push([eva.create('client', values)], [eva.create('client', CLIENT)]);
    expect(answer.results.map(({ status }) => status)).toEqual(['rejected', 'applied']);
  });

  test('because the database itself refuses it, is refused alone with its txn', async () => {
    const owner = new Client({ connectionString: db.url });
    await owner.connect();
    await owner.query(`ALTER TABLE sync.record ADD CHECK (data ->> 'name' IS DISTINCT FROM 'cursed')`);
    await owner.end();
    const eva = await addPerson(firm);
    const [first, last] = [eva.create('client', CLIENT), eva.create('client', CLIENT)];
    const bad = eva.create('client', { ...CLIENT, name: 'cursed' });
    const child = eva.create('contract', { client: first.id, title: 'A', status: 'draft' });
    const answer = await eva.push([first], [bad, child], [last], [eva.set(first, { tier: { tier: 'a' } })]);
    expect(answer.results.map(({ status }) => status)).toEqual([
      'applied',
      'rejected',
      'rejected',
      'applied',
      'applied',
    ]);
    expect(answer.records.find(({ id }) => id === first.id)?.data['tier']).toBe('a');
    expect((await eva.pullRecords()).map(({ id }) => id)).toEqual(
      expect.arrayContaining([first.id, last.id]),
    );
  });

  test('is tried anew under a new number, and stays refused under its old one', async () => {
    const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
    const client = jan.create('client', CLIENT);
    const sent = eva.number([eva.set(client, { tier: { tier: 'a' } })]);
    expect((await eva.send(sent)).results).toMatchObject([{ status: 'rejected', reason: 'unknownRecord' }]);
    await jan.push([client]);
    expect((await eva.send(sent)).results).toMatchObject([{ status: 'rejected', reason: 'unknownRecord' }]);
    expect((await eva.send([{ ...sent[0]!, n: ++eva.n }])).results).toMatchObject([{ status: 'applied' }]);
  });

  test('is given up by the device: kept, not applied, its number used', async () => {
    const eva = await addPerson(firm);
    const sent = eva.number([eva.create('client', CLIENT)], [eva.create('client', CLIENT)]);
    const answer = await eva.send(sent, [sent[0]!.id]);
    expect(answer.results).toMatchObject([{ status: 'rejected', reason: 'void' }, { status: 'applied' }]);
    expect(answer.lastN).toBe(2);
  });

  test.each([
    ['a conflict written by a device', 'conflict', 'notAllowed'],
    ['an entity of a newer version', 'order', 'unknownEntity'],
  ])('%s', async (_, entity, reason) => {
    const eva = await addPerson(firm);
    const draft = { ...eva.create('member', { name: 'X' }), entity, root: null };
    expect((await eva.push([draft])).results).toMatchObject([{ status: 'rejected', reason }]);
  });

  test('another member, by whoever is no administrator; one whom nobody knows comes with what he wrote', async () => {
    const [eva, jan] = [await addPerson(firm), await addPerson(firm)];
    const news = eva.create('member', { name: 'Kolega' });
    const { member } = jan.caller;
    const taken = { ...eva.create('member', { name: 'X' }), id: member, record: member };
    const { results } = await eva.push([news], [taken], [eva.set(news, { name: { name: 'Y' } })]);
    expect(results.map(({ reason }) => reason)).toEqual([null, 'notAllowed', 'notAllowed']);
  });

  test('an edit of what is sealed, of what is fixed, of what nobody knows', async () => {
    const eva = await addPerson(firm);
    const client = eva.create('client', CLIENT);
    const note = eva.create('interaction', {
      client: client.id,
      kind: 'note',
      happenedAt: 1,
      zone: 'UTC',
      author: eva.caller.member,
    });
    const contract = eva.create('contract', { client: client.id, title: 'A', status: 'draft' });
    await eva.push([client, note, contract]);
    const answer = await eva.push(
      [eva.set(note, { kind: { kind: 'call' } })],
      [eva.set(contract, { client: { client: v7() } })],
      [eva.set(contract, { novelty: { novelty: 1 } })],
    );
    expect(answer.results.map(({ reason }) => reason)).toEqual(['sealed', 'fixedField', 'invalid']);
  });

  test('a device that was signed out, and one whose member has left', async () => {
    const eva = await addPerson(firm);
    await eva.hello();
    await inWorkspace(db, firm, (tx) =>
      tx.query('UPDATE sync.device SET revoked_at = 1 WHERE workspace_id = $1 AND id = $2', [
        firm.workspace,
        eva.caller.device,
      ]),
    );
    await expect(eva.push([eva.create('client', CLIENT)])).rejects.toMatchObject({ code: 'device_revoked' });
    await expect(eva.pull()).rejects.toMatchObject({ code: 'device_revoked' });
  });
});

test('an older device that does not know a field of a unit leaves its value as it is', async () => {
  const eva = await addPerson(firm);
  const client = eva.create('client', { ...CLIENT, street: 'Hlavná 1', town: 'Nitra', country: 'SK' });
  await eva.push([client]);
  const { records } = await eva.push([eva.set(client, { address: { street: 'Nová 2', town: 'Nitra' } })]);
  expect(records[0]?.data).toMatchObject({ street: 'Nová 2', town: 'Nitra', country: 'SK' });
});
