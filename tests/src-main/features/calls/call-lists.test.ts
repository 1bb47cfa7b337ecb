/** Call lists on one device: who is on them, what one sees while calling, and the ways back. */
import { describe, expect, test, vi } from 'vitest';
import { writeInBulk } from '#main/data/write.ts';
import { lastContacts } from '#main/features/meetings/facts.ts';
import { client } from '#shared/entities/clients.ts';
import { HOUR, NOW, ZONE, openCalling } from './calling-base.ts';

const {
  engine,
  list,
  newId,
  undo,
  get,
  queue,
  names,
  page,
  addClient,
  addPerson,
  create,
  listOf,
  attempt,
  timeline,
} = openCalling();

const ONE = { name: 'Firma', status: 'prospect' } as const;

describe('a list', () => {
  test('is made with everybody whom a filter shows, by name, as one action', async () => {
    await addClient('Šípka', { segment: 'nábytok' });
    await addClient('Čaj', { segment: 'nábytok' });
    await addClient('Dom', { segment: 'stavby' });
    const made = await create({ filter: { segment: ['nábytok'] } });
    expect(made).toMatchObject({ added: 2, known: 0 });
    expect(await names()).toEqual(['Čaj', 'Šípka']);
    expect(await get()).toMatchObject({
      list: { name: 'Jeseň', closedAt: null },
      row: { total: 2, attempts: 0, counts: { due: 2, later: 0, appointed: 0 } },
    });
    // Sent again: nothing is there twice.
    expect(await create({ filter: { segment: ['nábytok'] } })).toMatchObject({ action: null, known: 2 });
    await undo(made.action);
    await expect(get()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('takes more clients than one transaction of the server holds, each once, and gives them back at once', async () => {
    const clients: string[] = [];
    for (let at = 0; at < 230; at += 1) clients.push(await addClient(`Firma ${String(at).padStart(3, '0')}`));
    await listOf(clients[7] ?? '');
    const added = await engine().client.calls.add({ id: list(), whom: { filter: {} } });
    expect(added).toMatchObject({ added: 229, known: 1 });
    expect((await get()).row.total).toBe(230);
    await undo(added.action);
    expect(await names()).toEqual(['Firma 007']);
  });

  test('of a base that nobody filtered is refused as a whole', async () => {
    writeInBulk(engine().base, { key: 'clientCreated', params: {} }, (tx) => {
      for (let at = 0; at <= 5_000; at += 1) tx.create(client, newId(), ONE);
    });
    await expect(create({ filter: {} })).rejects.toMatchObject({ data: { reason: 'callListTooLong' } });
    await expect(get()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('knows a client by whom he was merged into, and leaves out who is gone', async () => {
    const loser = await addClient('Stará píla');
    const winner = await addClient('Píla');
    const gone = await addClient('Preč');
    await create({ clients: [loser, gone] });
    await engine().client.clients.remove({ id: gone });
    await engine().client.clients.merge({ id: loser, into: winner });
    expect(await names()).toEqual(['Píla']);
    expect(await engine().client.calls.add({ id: list(), whom: { clients: [winner, loser] } })).toMatchObject(
      {
        added: 0,
        action: null,
      },
    );
    const [target] = await queue();
    expect(await page(target?.id ?? '')).toMatchObject({
      client: { id: winner },
      target: { client: winner },
    });
    await attempt(target?.id ?? '', { result: 'informed' });
    expect(await timeline(winner)).toMatchObject([{ client: winner, result: 'informed' }]);
    await expect(engine().client.calls.add({ id: list(), whom: { clients: [gone] } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('has a client once when two on it turn out to be one: not called again, removed and called anew as one', async () => {
    const [oak, ash, elm] = [await addClient('Dub'), await addClient('Jaseň'), await addClient('Brest')];
    await create({ clients: [oak, ash, elm] });
    const [first, second] = await queue();
    await engine().client.calls.plan({ id: second?.id ?? '', values: { nextAttemptAt: NOW + HOUR } });
    await attempt(second?.id ?? '', { result: 'refused' });
    const merged = await engine().client.clients.merge({ id: ash, into: oak });
    expect(await queue()).toMatchObject([
      { clientName: 'Brest', state: 'waiting' },
      { clientName: 'Dub', state: 'refused', id: second?.id },
    ]);
    expect((await get()).row).toMatchObject({ total: 2, counts: { due: 1, refused: 1 } });

    const again = await engine().client.calls.again({ id: second?.id ?? '' });
    expect((await get()).row).toMatchObject({ total: 2, counts: { due: 2, refused: 0 } });
    await undo(again.action);

    const removed = await engine().client.calls.remove({ id: second?.id ?? '' });
    expect(await names()).toEqual(['Brest']);
    await undo(removed.action);
    expect((await get()).row.total).toBe(2);

    await undo(merged.action);
    expect((await queue()).map(({ id, state }) => [id, state])).toContainEqual([first?.id, 'waiting']);
    expect((await get()).row.total).toBe(3);
  });

  test('that is closed takes nobody, but what was said; opened again it goes on', async () => {
    const client = await addClient('Píla');
    const target = await listOf(client);
    const { action } = await engine().client.calls.close({ id: list() });
    expect(await engine().client.calls.close({ id: list() })).toEqual({ action: null });
    await expect(
      engine().client.calls.add({ id: list(), whom: { clients: [client] } }),
    ).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'callListClosed' },
    });
    await attempt(target, { result: 'refused', summary: 'majú dodávateľa' });
    expect(await timeline(client)).toMatchObject([{ result: 'refused', summary: 'majú dodávateľa' }]);
    await undo(action);
    expect((await get()).list.closedAt).toBeNull();
    await engine().client.calls.close({ id: list() });
    await engine().client.calls.reopen({ id: list() });
    expect((await get()).list.closedAt).toBeNull();
  });

  test('stands among the others: open ones first, the newest first, found without accents', async () => {
    const older = newId();
    await engine().client.calls.create({ id: older, values: { name: 'Veľtrh', script: null } });
    vi.spyOn(engine().base, 'now').mockReturnValue(NOW + HOUR);
    await create();
    const third = newId();
    vi.spyOn(engine().base, 'now').mockReturnValue(NOW + 2 * HOUR);
    await engine().client.calls.create({ id: third, values: { name: 'Hotové', script: null } });
    await engine().client.calls.close({ id: third });
    const lists = async (filter: object) =>
      (await engine().client.calls.lists({ filter, now: NOW })).rows.map(({ id }) => id);
    expect(await lists({})).toEqual([list(), older, third]);
    expect(await lists({ closed: true })).toEqual([third]);
    expect(await lists({ text: 'veltrh', closed: false })).toEqual([older]);
    const edited = await engine().client.calls.edit({ id: older, values: { script: 'Dobrý deň' } });
    expect((await engine().client.calls.get({ id: older, now: NOW })).list.script).toBe('Dobrý deň');
    await undo(edited.action);
    expect((await engine().client.calls.get({ id: older, now: NOW })).list.script).toBeNull();
  });

  test('loses a client and gets him back; what was said with him stays', async () => {
    const client = await addClient('Píla');
    const target = await listOf(client);
    await attempt(target, { result: 'callBack', nextAttemptAt: NOW + HOUR });
    const { action } = await engine().client.calls.remove({ id: target });
    expect(await names()).toEqual([]);
    await expect(page(target)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await timeline(client)).toHaveLength(1);
    await undo(action);
    expect(await names()).toEqual(['Píla']);
  });
});

describe('the page of a call', () => {
  test('asks for who decides and has a number; another one is chosen', async () => {
    const client = await addClient('Píla', {
      town: 'Martin',
      phones: [{ value: '+421434000000', kind: 'work' }],
    });
    await addPerson(client, 'Adam');
    const phone = { value: '+421905000001', kind: 'mobile' };
    const buyer = await addPerson(
      client,
      'Baláž',
      { phones: [phone] },
      { role: 'buyer', workPhones: [phone] },
    );
    const decider = await addPerson(client, 'Cibuľa', { phones: [phone] }, { role: 'decider' });
    await addPerson(client, 'Dávno', { phones: [phone] }, { role: 'decider', endedOn: '2020-01-01' });
    const target = await listOf(client);
    const before = await page(target);
    expect(before).toMatchObject({
      client: { name: 'Píla', town: 'Martin', phones: [{ value: '+421434000000' }] },
      person: { id: decider },
      attempts: [],
      missed: 0,
      lastContact: null,
      promises: [],
      meeting: null,
      next: null,
    });
    expect(before.people.map(({ name }) => name)).toEqual(['Adam', 'Baláž', 'Cibuľa']);
    const { action } = await engine().client.calls.plan({ id: target, values: { contact: buyer } });
    expect((await page(target)).person).toMatchObject({ id: buyer, phones: [phone] });
    await undo(action);
    expect((await page(target)).person?.id).toBe(decider);
  });

  test('shows the last contact and what is owed; who was only rung up in vain was not in contact', async () => {
    const client = await addClient('Píla');
    const target = await listOf(client);
    await engine().client.promises.create({
      id: newId(),
      values: { client, side: 'ours', text: 'Cenník', dueOn: '2026-11-20' },
    });
    const log = {
      client,
      kind: 'visit',
      happenedAt: NOW - 48 * HOUR,
      zone: ZONE,
      summary: 'Videli linku',
    } as const;
    await engine().client.meetings.log({ id: newId(), values: log });
    await attempt(target, { result: 'notReached', nextAttemptAt: NOW + HOUR });
    expect(await page(target)).toMatchObject({
      lastContact: { kind: 'visit', summary: 'Videli linku' },
      promises: [{ text: 'Cenník', side: 'ours' }],
      missed: 1,
      attempts: [{ result: 'notReached', authorName: 'Jana Testová' }],
    });
    expect(lastContacts(engine().base, [client]).get(client)).toBe(NOW - 48 * HOUR);
    await attempt(target, { result: 'callBack', nextAttemptAt: NOW + HOUR });
    expect(await page(target)).toMatchObject({ missed: 0, lastContact: { kind: 'call' } });
  });

  test('leads to the next one to be called, from the last one to the first', async () => {
    for (const name of ['A', 'B', 'C', 'D']) await addClient(name);
    await create({ filter: {} });
    const [a, b, c, d] = (await queue()).map(({ id }) => id) as [string, string, string, string];
    await attempt(b, { result: 'callBack', nextAttemptAt: NOW + HOUR });
    expect((await page(a)).next).toBe(c);
    expect((await page(d)).next).toBe(a);
    expect((await page(b)).next).toBe(a);
    expect((await get()).first).toBe(a);
    // His hour has come: it goes before those who were promised none.
    expect((await get(NOW + HOUR)).first).toBe(b);
    expect(await names(NOW + HOUR)).toEqual(['B', 'A', 'C', 'D']);
    expect(await names()).toEqual(['A', 'C', 'D', 'B']);
  });
});
