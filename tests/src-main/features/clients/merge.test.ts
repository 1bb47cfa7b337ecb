/** Merging of duplicates on one device: what is shown where, what survives, and the ways back. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

let engine: TestEngine;
beforeEach(() => {
  engine = openTestEngine();
});
afterEach(async () => {
  expect(await engine.client.verify.run({})).toMatchObject({ clean: true, problems: [] });
  engine.close();
});

const newId = () => engine.base.newId();

async function addClient(name: string, values: object = {}): Promise<string> {
  const id = newId();
  await engine.client.clients.create({ id, values: { name, status: 'active', ...values } as never });
  return id;
}

async function addPerson(lastName: string, client: string | null, values: object = {}, place: object = {}) {
  const id = newId();
  await engine.client.contacts.create({
    id,
    values: { lastName, ...values } as never,
    ...(client && { position: { id: newId(), values: { client, contact: id, ...place } as never } }),
  });
  return id;
}

async function addVisit(client: string, happenedAt: number, values: object = {}): Promise<string> {
  const id = newId();
  await engine.client.meetings.log({
    id,
    values: { client, kind: 'visit', happenedAt, zone: 'Europe/Bratislava', ...values } as never,
    objections: [],
  });
  return id;
}

const desk = (id: string) => engine.client.clients.desk({ id });
const listed = async (filter: object = {}) =>
  (await engine.client.clients.list({ filter })).rows.map(({ name }) => name);
const merge = async (id: string, into: string, take?: Record<string, 'loser'>) =>
  (await engine.client.clients.merge({ id, into, ...(take && { take }) })).action ?? '';
const refusal = (reason: string) => ({ code: 'REFUSED', data: { reason } });

describe('merged clients', () => {
  test('show everything at the winner, and the loser nowhere', async () => {
    const loser = await addClient('Píla Tatry', { ico: '36421928', town: 'Poprad', segment: 'drevo' });
    const winner = await addClient('Píla Tatry s. r. o.', { town: 'Svit', segment: 'drevo' });
    const atLoser = await addVisit(loser, 2_000, { summary: 'o bukovom dreve' });
    const atWinner = await addVisit(winner, 1_000);
    const objection = newId();
    await engine.client.objections.create({
      id: objection,
      values: { client: loser, raisedAt: 1_000, text: 'drahé', outcome: 'open' } as never,
    });
    const contract = newId();
    await engine.client.contracts.create({
      id: contract,
      values: { client: loser, title: 'Rámcová', status: 'inForce' } as never,
    });
    const checklist = newId();
    await merge(loser, winner);
    // started at the winner on a contract of the loser: it stays with its contract
    const offers = await engine.client.checklists.templates({});
    const template = offers.find(({ subject }) => subject === 'contract')?.id ?? '';
    await engine.client.checklists.start({ id: checklist, client: winner, contract, template });

    const { client, counts, lastContactAt, openObjections, contracts, checklists, merged } =
      await desk(winner);
    expect(client).toMatchObject({ id: winner, name: 'Píla Tatry s. r. o.', ico: '36421928', town: 'Svit' });
    expect(counts).toEqual({ interactions: 2, objections: 1, openObjections: 1, contracts: 1 });
    expect(lastContactAt).toBe(2_000);
    expect(openObjections).toMatchObject([{ client: winner, clientName: 'Píla Tatry s. r. o.' }]);
    expect(contracts.map(({ id }) => id)).toEqual([contract]);
    expect(checklists.map(({ id }) => id)).toEqual([checklist]);
    expect(merged).toEqual([{ id: loser, name: 'Píla Tatry', ico: '36421928', town: 'Poprad' }]);
    expect((await desk(loser)).client.id).toBe(winner);

    const timeline = await engine.client.meetings.timeline({ client: winner });
    expect(timeline.entries.map(({ interaction }) => interaction.id)).toEqual([atLoser, atWinner]);
    expect((await engine.client.meetings.timeline({ client: loser })).total).toBe(1);

    expect(await listed()).toEqual(['Píla Tatry s. r. o.']);
    expect((await engine.client.clients.list({ filter: {} })).total).toBe(1);
    expect(await listed({ text: 'poprad' })).toEqual(['Píla Tatry s. r. o.']);
    expect(await listed({ segment: ['drevo'] })).toEqual(['Píla Tatry s. r. o.']);
    const facets = await engine.client.clients.facets({ filter: {} });
    expect(facets.segment).toMatchObject([{ value: 'drevo', count: 1 }]);
    expect((await engine.client.status.get({})).clients).toBe(1);
    const similar = await engine.client.clients.similar({ name: 'Píla Tatry', ico: '36421928' });
    expect(similar.map(({ id }) => id)).toEqual([winner]);
    expect(await engine.client.clients.similar({ name: 'Píla Tatry', except: winner })).toEqual([]);

    const { groups } = await engine.client.search.find({ text: 'poprad' });
    expect(groups.flatMap(({ hits }) => hits)).toMatchObject([{ id: winner, client: winner }]);
    const talks = await engine.client.search.find({ text: 'bukovom' });
    expect(talks.groups).toMatchObject([
      { kind: 'interaction', hits: [{ client: winner, title: client.name }] },
    ]);
    const open = await engine.client.objections.list({ filter: { client: winner } });
    expect(open.rows).toMatchObject([{ id: objection, client: winner, clientName: client.name }]);
    const all = await engine.client.contracts.list({ filter: { client: winner } });
    expect(all.rows).toMatchObject([{ id: contract, client: winner, clientName: client.name }]);
    expect(await engine.client.contracts.get({ id: contract })).toMatchObject({ clientName: client.name });
  });

  test('follow the pointers to the end', async () => {
    const [a, b, c] = [await addClient('A'), await addClient('B'), await addClient('C')];
    await addVisit(a, 1_000);
    await merge(a, b);
    await merge(b, c);
    expect(await listed()).toEqual(['C']);
    expect((await desk(c)).counts.interactions).toBe(1);
    expect((await desk(a)).merged.map(({ id }) => id)).toEqual([a, b]);
    await engine.client.clients.unmerge({ id: b });
    expect(await listed()).toEqual(['B', 'C']);
    expect((await desk(b)).counts.interactions).toBe(1);
  });

  test('are merged into the one where the winner is shown, never in a ring', async () => {
    const [a, b, c] = [await addClient('A'), await addClient('B'), await addClient('C')];
    await merge(a, b);
    await expect(merge(b, b)).rejects.toMatchObject(refusal('mergeIntoItself'));
    await expect(merge(b, a)).rejects.toMatchObject(refusal('mergeIntoItself'));
    await expect(merge(a, c)).rejects.toMatchObject(refusal('mergedAlready'));
    await merge(c, a);
    expect((await desk(c)).client.id).toBe(b);
    const gone = await addClient('D');
    await engine.client.clients.remove({ id: gone });
    await expect(merge(b, gone)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(merge(gone, b)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('fill what is empty, unite lists, and take what was chosen, as one step of undo', async () => {
    const phone = (value: string) => ({ value, kind: 'work' });
    const loser = await addClient('Alfa', {
      ico: '36421928',
      status: 'dormant',
      street: 'Hlavná 1',
      town: 'Poprad',
      phones: [phone('+421905111111'), phone('+421905222222')],
      notes: 'platí načas',
    });
    const winner = await addClient('Alfa s. r. o.', { town: 'Svit', phones: [phone('+421 905 222 222')] });
    const before = (await desk(winner)).client;
    const action = await merge(loser, winner, { status: 'loser' });
    expect((await desk(winner)).client).toMatchObject({
      ico: '36421928',
      status: 'dormant',
      // another town: half of an address is not put to half of another
      street: null,
      town: 'Svit',
      phones: [phone('+421905222222'), phone('+421905111111')],
      notes: 'platí načas',
    });
    const history = await engine.client.history.of({ entity: 'client', id: loser });
    expect(history.map(({ unit }) => unit)).toContain('mergedInto');
    await engine.client.undo.apply({ action });
    expect((await desk(winner)).client).toEqual(before);
    expect(await listed()).toEqual(['Alfa', 'Alfa s. r. o.']);
  });

  test('keep at the winner what was written there meanwhile', async () => {
    const loser = await addClient('Alfa');
    const winner = await addClient('Alfa s. r. o.');
    await addVisit(loser, 1_000);
    await merge(loser, winner);
    await addVisit(winner, 2_000);
    await engine.client.clients.unmerge({ id: loser });
    expect((await desk(loser)).counts.interactions).toBe(1);
    expect((await desk(loser)).lastContactAt).toBe(1_000);
    expect((await desk(winner)).lastContactAt).toBe(2_000);
  });

  test('a correction written at the winner stays with the entry', async () => {
    const loser = await addClient('Alfa');
    const winner = await addClient('Alfa s. r. o.');
    const visit = await addVisit(loser, 1_000);
    await merge(loser, winner);
    const values = { client: winner, kind: 'visit', happenedAt: 1_500, zone: 'Europe/Bratislava' };
    await engine.client.meetings.correct({ id: newId(), corrects: visit, values: values as never });
    await engine.client.clients.unmerge({ id: loser });
    expect((await desk(loser)).lastContactAt).toBe(1_500);
    expect((await desk(winner)).counts.interactions).toBe(0);
  });

  test('go together when the winner is removed, and come back together', async () => {
    const loser = await addClient('Alfa');
    const winner = await addClient('Alfa s. r. o.');
    await addVisit(loser, 1_000);
    await merge(loser, winner);
    const { action } = await engine.client.clients.remove({ id: winner });
    expect(await listed()).toEqual([]);
    await engine.client.undo.apply({ action: action ?? '' });
    expect(await listed()).toEqual(['Alfa s. r. o.']);
    expect((await desk(winner)).counts.interactions).toBe(1);
  });
});

describe('merged people', () => {
  test('are one person with all places and talks', async () => {
    const alfa = await addClient('Alfa');
    const beta = await addClient('Beta');
    const loser = await addPerson(
      'Novák',
      alfa,
      { firstName: 'Ján', emails: [{ value: 'jan@alfa.sk', kind: 'work' }] },
      { jobTitle: 'nákupca' },
    );
    const winner = await addPerson('Novák', beta, { firstName: 'Ján' }, { jobTitle: 'riaditeľ' });
    await addVisit(alfa, 1_000, { people: [loser, winner] });
    await addVisit(beta, 2_000, { people: [winner] });
    await engine.client.contacts.merge({ id: loser, into: winner });

    const page = await engine.client.contacts.get({ id: loser });
    expect(page.contact).toMatchObject({ id: winner, emails: [{ value: 'jan@alfa.sk' }] });
    expect(page.positions.map(({ clientName }) => clientName).sort()).toEqual(['Alfa', 'Beta']);
    expect(page.interactions).toBe(2);
    expect(page.merged).toEqual([{ id: loser, name: 'Ján Novák' }]);
    const { rows, total } = await engine.client.contacts.list({ filter: {} });
    expect(total).toBe(1);
    expect(rows).toMatchObject([{ id: winner, positions: [{ clientName: 'Beta' }, { clientName: 'Alfa' }] }]);
    const nakupca = await engine.client.contacts.list({ filter: { text: 'nákupca' } });
    expect(nakupca.rows.map(({ id }) => id)).toEqual([winner]);
    const ofAlfa = await engine.client.contacts.list({ filter: { client: alfa } });
    expect(ofAlfa.rows.map(({ id }) => id)).toEqual([winner]);
    const { entries } = await engine.client.meetings.timeline({ client: alfa });
    expect(entries[0]?.people).toEqual([{ id: winner, name: 'Ján Novák' }]);
    expect((await engine.client.meetings.timeline({ contact: winner })).total).toBe(2);
    expect((await desk(alfa)).people.map(({ contact }) => contact.id)).toEqual([winner]);
    const { groups } = await engine.client.search.find({ text: 'jan@alfa.sk' });
    expect(groups.flatMap(({ hits }) => hits.map(({ id }) => id))).toEqual([winner]);

    // both firms become one: the person has two places there and is in the list once
    await merge(alfa, beta);
    expect((await desk(beta)).people.map(({ contact, position }) => [contact.id, position.jobTitle])).toEqual(
      [
        [winner, 'nákupca'],
        [winner, 'riaditeľ'],
      ],
    );
    const merged = await engine.client.contacts.list({ filter: { text: 'alfa' } });
    expect(merged.rows).toMatchObject([{ id: winner, positions: [{ client: beta }] }]);
    expect((await engine.client.status.get({})).contacts).toBe(1);
  });

  test('are forgotten together', async () => {
    const alfa = await addClient('Alfa');
    const loser = await addPerson('Nováková', alfa, { notes: 'tajné' });
    const winner = await addPerson('Novák', alfa);
    await engine.client.contacts.merge({ id: loser, into: winner });
    await engine.client.contacts.erase({ id: winner, interactions: true });
    const rows = engine.base.reader.prepare('SELECT last_name, notes, deleted_at FROM contact').all();
    for (const row of rows) expect(row).toMatchObject({ last_name: '', notes: null });
    expect((await desk(alfa)).people).toEqual([]);
  });
});
