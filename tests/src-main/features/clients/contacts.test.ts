import { describe, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

function inEngine(work: (engine: TestEngine) => Promise<void>) {
  return async () => {
    const engine = openTestEngine();
    try {
      await work(engine);
    } finally {
      engine.close();
    }
  };
}

type NewContact = Parameters<TestEngine['client']['contacts']['create']>[0];
type NewClient = Parameters<TestEngine['client']['clients']['create']>[0];
type NewPosition = Parameters<TestEngine['client']['positions']['create']>[0];

async function addClient({ base, client }: TestEngine, name: string, country: string | null = null) {
  const id = base.newId();
  await client.clients.create({ id, values: { name, status: 'active', country } } as NewClient);
  return id;
}

async function addPerson({ base, client }: TestEngine, values: Partial<NewContact['values']>) {
  const id = base.newId();
  await client.contacts.create({ id, values } as NewContact);
  return id;
}

async function addPlace({ base, client }: TestEngine, values: Partial<NewPosition['values']>) {
  const id = base.newId();
  await client.positions.create({ id, values } as NewPosition);
  return id;
}

const listed = async ({ client }: TestEngine, filter: Parameters<typeof client.contacts.list>[0]['filter']) =>
  (await client.contacts.list({ filter })).rows.map(({ lastName }) => lastName);

describe('the list of contacts', () => {
  test(
    'is by family name in Slovak order, in windows, with current places newest first',
    inEngine(async (engine) => {
      const { client } = engine;
      const [alfa, beta, gama] = [
        await addClient(engine, 'Alfa'),
        await addClient(engine, 'Beta'),
        await addClient(engine, 'Gama'),
      ];
      const novak = await addPerson(engine, { firstName: 'Ján', lastName: 'Novák' });
      await addPerson(engine, { lastName: 'Čech' });
      await addPerson(engine, { lastName: 'Cíger' });
      await addPlace(engine, { client: alfa, contact: novak, jobTitle: 'konateľ' });
      await addPlace(engine, { client: beta, contact: novak });
      await addPlace(engine, { client: gama, contact: novak, endedOn: '2025-12-31' });
      expect(await listed(engine, {})).toEqual(['Cíger', 'Čech', 'Novák']);
      const { total, rows } = await client.contacts.list({ filter: {}, descending: true, limit: 1 });
      expect(total).toBe(3);
      expect(rows).toMatchObject([
        {
          lastName: 'Novák',
          positions: [
            { client: beta, clientName: 'Beta', jobTitle: null },
            { client: alfa, clientName: 'Alfa', jobTitle: 'konateľ' },
          ],
        },
      ]);
      await client.clients.remove({ id: beta });
      const after = await client.contacts.list({ filter: {}, descending: true, limit: 1 });
      expect(after.rows[0]?.positions.map(({ clientName }) => clientName)).toEqual(['Alfa']);
    }),
  );

  test(
    'filters by the person, and by one and the same current place',
    inEngine(async (engine) => {
      const [alfa, beta] = [await addClient(engine, 'Alfa'), await addClient(engine, 'Beta')];
      const one = await addPerson(engine, { lastName: 'Jeden', language: 'de' });
      const two = await addPerson(engine, { lastName: 'Dva' });
      const past = await addPerson(engine, { lastName: 'Bývalý' });
      await addPlace(engine, { client: alfa, contact: one, role: 'decider' });
      await addPlace(engine, { client: beta, contact: one, role: 'user' });
      await addPlace(engine, { client: beta, contact: two, role: 'decider', stance: 'doubter' });
      await addPlace(engine, { client: alfa, contact: past, role: 'decider', endedOn: '2025-01-01' });
      expect(await listed(engine, { language: ['de'] })).toEqual(['Jeden']);
      expect(await listed(engine, { language: [''] })).toEqual(['Bývalý', 'Dva']);
      expect(await listed(engine, { client: alfa })).toEqual(['Jeden']);
      expect(await listed(engine, { client: beta, role: ['decider'] })).toEqual(['Dva']);
      expect(await listed(engine, { role: ['decider'], stance: [''] })).toEqual(['Jeden']);
    }),
  );

  test(
    'is found by name, place, phone at work and name of the client',
    inEngine(async (engine) => {
      const alfa = await addClient(engine, 'Železiarne Podbrezová');
      const novak = await addPerson(engine, { firstName: 'Ján', lastName: 'Novák' });
      await addPerson(engine, { lastName: 'Iný' });
      await addPlace(engine, {
        client: alfa,
        contact: novak,
        jobTitle: 'nákupca',
        workPhones: [{ value: '0905 123 456', kind: 'work' }],
      });
      for (const text of ['novak', 'nakup', 'podbrez', '0905 123', 'zeleziarne podb'])
        expect(await listed(engine, { text }), text).toEqual(['Novák']);
      expect(await listed(engine, { text: 'nikto' })).toEqual([]);
    }),
  );
});

describe('writing people and places', () => {
  test(
    'a new person comes at once with a place, phones as dialled from the country of the client',
    inEngine(async (engine) => {
      const { base, client } = engine;
      const firm = await addClient(engine, 'Alfa', 'CZ');
      const [id, place] = [base.newId(), base.newId()];
      const phones = [{ value: '601 234 567', kind: 'mobile' as const }];
      const values = { client: firm, contact: id, workPhones: phones };
      await client.contacts.create({
        id,
        values: { lastName: 'Novák', phones },
        position: { id: place, values },
      } as NewContact);
      const page = await client.contacts.get({ id });
      expect(page.contact.phones).toEqual([{ value: '+420601234567', kind: 'mobile' }]);
      expect(page.positions).toMatchObject([
        { clientName: 'Alfa', position: { id: place, workPhones: [{ value: '+420601234567' }] } },
      ]);
      await client.contacts.edit({ id, values: { phones: [{ value: '602 234 567', kind: 'work' }] } });
      expect((await client.contacts.get({ id })).contact.phones).toEqual([
        { value: '+420602234567', kind: 'work' },
      ]);
    }),
  );

  test(
    'a place at a client that is gone is refused, and the new person with it',
    inEngine(async (engine) => {
      const { base, client } = engine;
      const firm = await addClient(engine, 'Alfa');
      await client.clients.remove({ id: firm });
      const id = base.newId();
      const position = { id: base.newId(), values: { client: firm, contact: id } };
      await expect(
        client.contacts.create({ id, values: { lastName: 'Novák' }, position } as NewContact),
      ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { entity: 'client', id: firm } });
      expect((await client.contacts.list({ filter: {} })).total).toBe(0);
    }),
  );

  test(
    'the client of a place cannot be changed',
    inEngine(async (engine) => {
      const [alfa, beta] = [await addClient(engine, 'Alfa'), await addClient(engine, 'Beta')];
      const contact = await addPerson(engine, { lastName: 'Novák' });
      const place = await addPlace(engine, { client: alfa, contact });
      await expect(
        engine.client.positions.edit({ id: place, values: { client: beta } }),
      ).rejects.toMatchObject({ code: 'INVALID' });
    }),
  );

  test(
    'removing a person removes the places too, what was said stays and is counted once',
    inEngine(async (engine) => {
      const { base, client } = engine;
      const firm = await addClient(engine, 'Alfa');
      const id = await addPerson(engine, { lastName: 'Novák' });
      await addPlace(engine, { client: firm, contact: id });
      const values = {
        client: firm,
        kind: 'visit' as const,
        happenedAt: base.now(),
        zone: 'Europe/Bratislava',
        people: [id],
      };
      const first = base.newId();
      await client.meetings.log({ id: first, values });
      await client.meetings.correct({
        id: base.newId(),
        corrects: first,
        values: { ...values, summary: 'Inak' },
      });
      expect((await client.contacts.get({ id })).interactions).toBe(1);
      const { action } = await client.contacts.remove({ id });
      await expect(client.contacts.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const desk = await client.clients.desk({ id: firm });
      expect(desk.people).toEqual([]);
      expect(desk.counts.interactions).toBe(1);
      await client.undo.apply({ action: action ?? '' });
      expect((await client.contacts.get({ id })).positions).toMatchObject([{ clientName: 'Alfa' }]);
    }),
  );

  test(
    'removing a place leaves the person',
    inEngine(async (engine) => {
      const firm = await addClient(engine, 'Alfa');
      const contact = await addPerson(engine, { lastName: 'Novák' });
      const place = await addPlace(engine, { client: firm, contact });
      await engine.client.positions.remove({ id: place });
      expect((await engine.client.contacts.get({ id: contact })).positions).toEqual([]);
    }),
  );
});

test(
  'a person who was never sent is erased whole, with his places; what was said stays where that is wanted',
  inEngine(async (engine) => {
    const { client, base } = engine;
    const firm = await addClient(engine, 'Alfa');
    const contact = await addPerson(engine, { lastName: 'Zabudnutý' });
    await addPlace(engine, { client: firm, contact });
    const removed = await addPlace(engine, { client: firm, contact, jobTitle: 'Vedúci' });
    await client.positions.remove({ id: removed });
    await client.meetings.log({
      id: base.newId(),
      values: {
        client: firm,
        kind: 'call',
        happenedAt: 1,
        zone: 'Europe/Bratislava',
        people: [contact],
        summary: 'Cena',
      },
    } as Parameters<typeof client.meetings.log>[0]);
    expect(await client.contacts.erase({ id: contact, interactions: false })).toEqual({ erased: 3 });
    await expect(client.contacts.erase({ id: contact, interactions: false })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(base.reader.prepare('SELECT count(*) FROM position').pluck().get()).toBe(0);
    expect(base.reader.prepare('SELECT summary FROM interaction').pluck().all()).toEqual(['Cena']);
    expect(JSON.stringify(base.reader.prepare('SELECT label FROM action').pluck().all())).not.toContain(
      'Zabud',
    );
    expect(await client.verify.run({})).toMatchObject({ clean: true });
  }),
);
