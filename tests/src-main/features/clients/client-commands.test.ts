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

type Values = Parameters<TestEngine['client']['clients']['create']>[0]['values'];

async function addClient({ base, client }: TestEngine, values: Partial<Values> = {}): Promise<string> {
  const id = base.newId();
  await client.clients.create({ id, values: { name: 'Alfa', status: 'active', ...values } as Values });
  return id;
}

async function addPerson({ base, client }: TestEngine, firm: string, lastName: string) {
  const [id, place] = [base.newId(), base.newId()];
  const position = { id: place, values: { client: firm, contact: id } };
  await client.contacts.create({ id, values: { lastName }, position } as Parameters<
    TestEngine['client']['contacts']['create']
  >[0]);
  return { id, place };
}

const clientOf = async ({ client }: TestEngine, id: string) => (await client.clients.desk({ id })).client;

describe('writing a client', () => {
  test(
    'stores numbers in one spelling and reads phones as dialled from its country',
    inEngine(async (engine) => {
      const home = await addClient(engine, {
        ico: '31 322 832',
        phones: [{ value: '0905 123 456', kind: 'mobile' }],
      });
      const away = await addClient(engine, {
        country: 'CZ',
        phones: [{ value: '601 234 567', kind: 'work' }],
      });
      expect(await clientOf(engine, home)).toMatchObject({
        ico: '31322832',
        phones: [{ value: '+421905123456', kind: 'mobile' }],
      });
      expect((await clientOf(engine, away)).phones).toEqual([{ value: '+420601234567', kind: 'work' }]);
      // A number that nobody understands is kept, not refused.
      await engine.client.clients.edit({
        id: away,
        values: { phones: [{ value: 'vrátnica', kind: 'other' }] },
      });
      expect((await clientOf(engine, away)).phones).toEqual([{ value: 'vrátnica', kind: 'other' }]);
    }),
  );

  test(
    'refuses company numbers that cannot be right, and writes nothing',
    inEngine(async (engine) => {
      const id = engine.base.newId();
      const values = { name: 'Alfa', status: 'active', ico: '31322833', icDph: 'SK2020372641' } as Values;
      await expect(engine.client.clients.create({ id, values })).rejects.toMatchObject({
        code: 'INVALID',
        data: {
          problems: [
            { field: 'ico', problem: 'icoCheckDigit' },
            { field: 'icDph', problem: 'vatIdInvalid' },
          ],
        },
      });
      expect((await engine.client.clients.list({ filter: {} })).total).toBe(0);
      await engine.client.clients.create({ id, values: { ...(values as object), country: 'AT' } as Values });
      // The odd number of a firm abroad does not refuse an edit of another field once it moves here.
      await engine.client.clients.edit({ id, values: { country: 'SK', ico: '31322833', segment: 'obce' } });
      expect(await clientOf(engine, id)).toMatchObject({ country: 'SK', ico: '31322833', segment: 'obce' });
      await expect(engine.client.clients.edit({ id, values: { ico: '12' } })).rejects.toMatchObject({
        data: { problems: [{ field: 'ico', problem: 'icoLength' }] },
      });
    }),
  );

  test(
    'twice with the same id is one client, an edit that changes nothing no action',
    inEngine(async (engine) => {
      const id = await addClient(engine);
      const values = { name: 'Alfa', status: 'active' } as Values;
      expect(await engine.client.clients.create({ id, values })).toEqual({ action: null });
      expect(await engine.client.clients.edit({ id, values: { name: 'Alfa' } })).toEqual({ action: null });
      await expect(
        engine.client.clients.edit({ id: engine.base.newId(), values: { name: 'Beta' } }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }),
  );

  test(
    'warns of the same firm by IČO and by name without legal form',
    inEngine(async (engine) => {
      const first = await addClient(engine, { name: 'Alfa, spol. s r. o.', ico: '31322832', town: 'Nitra' });
      const second = await addClient(engine, { name: 'ALFA s.r.o.' });
      await addClient(engine, { name: 'Beta' });
      const similar = await engine.client.clients.similar({ name: 'alfa', ico: '31 322 832' });
      expect(similar).toEqual([
        { id: first, name: 'Alfa, spol. s r. o.', ico: '31322832', town: 'Nitra', by: 'ico' },
        { id: second, name: 'ALFA s.r.o.', ico: null, town: null, by: 'name' },
      ]);
      expect(await engine.client.clients.similar({ name: 'Alfa', except: first })).toMatchObject([
        { id: second },
      ]);
      await engine.client.clients.remove({ id: second });
      expect(await engine.client.clients.similar({ name: 'Alfa', except: first })).toEqual([]);
    }),
  );
});

/** A client with one of everything that can stand on it. */
async function fullClient(engine: TestEngine) {
  const { base, client } = engine;
  const id = await addClient(engine);
  const person = await addPerson(engine, id, 'Novák');
  await client.meetings.log({
    id: base.newId(),
    values: {
      client: id,
      kind: 'visit',
      happenedAt: base.now(),
      zone: 'Europe/Bratislava',
      people: [person.id],
      nextStep: 'Poslať ponuku',
      nextStepOn: '2030-02-01',
    },
    objections: [{ id: base.newId(), text: 'Drahé', followUp: 'Prepočítať', followUpOn: '2030-01-15' }],
  });
  const contract = base.newId();
  await client.contracts.create({
    id: contract,
    values: { client: id, title: 'Rámcová zmluva', status: 'draft' },
  } as Parameters<typeof client.contracts.create>[0]);
  const template = (await client.checklists.templates({})).find(({ subject }) => subject === 'contract');
  await client.checklists.start({ id: base.newId(), client: id, contract, template: template?.id ?? '' });
  return { id, person };
}

describe('the desk', () => {
  test(
    'has everything that stands on the client',
    inEngine(async (engine) => {
      const { id, person } = await fullClient(engine);
      await engine.client.clients.edit({ id, values: { owner: engine.base.member() } });
      const desk = await engine.client.clients.desk({ id });
      expect(desk.ownerName).toBe('Jana Testová');
      expect(desk.people.map(({ contact, position }) => [contact.id, position.id])).toEqual([
        [person.id, person.place],
      ]);
      expect(desk.openObjections).toMatchObject([{ text: 'Drahé', clientName: 'Alfa' }]);
      expect(desk.contracts).toMatchObject([{ title: 'Rámcová zmluva', done: 0 }]);
      expect(desk.contracts[0]?.items).toBeGreaterThan(0);
      expect(desk.checklists).toHaveLength(1);
      expect(desk.counts).toEqual({ interactions: 1, objections: 1, openObjections: 1, contracts: 1 });
      expect(desk.lastContactAt).not.toBeNull();
      expect(desk.nextSteps.map(({ source, text, on }) => [source, text, on])).toEqual([
        ['objection', 'Prepočítať', '2030-01-15'],
        ['interaction', 'Poslať ponuku', '2030-02-01'],
      ]);
    }),
  );

  test(
    'shows people by name, those who left last, removed ones not at all',
    inEngine(async (engine) => {
      const { client } = engine;
      const id = await addClient(engine);
      const left = await addPerson(engine, id, 'Adamec');
      await addPerson(engine, id, 'Žák');
      await addPerson(engine, id, 'Čech');
      const gone = await addPerson(engine, id, 'Benko');
      await client.positions.edit({ id: left.place, values: { endedOn: '2026-01-31' } });
      await client.contacts.remove({ id: gone.id });
      const { people } = await client.clients.desk({ id });
      expect(people.map(({ contact }) => contact.lastName)).toEqual(['Čech', 'Žák', 'Adamec']);
    }),
  );

  test(
    'counts an entry and its correction once, and takes the corrected next step',
    inEngine(async (engine) => {
      const { base, client } = engine;
      const id = await addClient(engine);
      const values = { client: id, kind: 'call' as const, happenedAt: base.now(), zone: 'Europe/Bratislava' };
      const first = base.newId();
      await client.meetings.log({
        id: first,
        values: { ...values, nextStep: 'Zavolať', nextStepOn: '2030-01-01' },
      });
      await client.meetings.correct({
        id: base.newId(),
        corrects: first,
        values: { ...values, nextStep: 'Napísať', nextStepOn: '2030-01-02' },
      });
      const desk = await client.clients.desk({ id });
      expect(desk.counts.interactions).toBe(1);
      expect(desk.nextSteps.map(({ text }) => text)).toEqual(['Napísať']);
    }),
  );
});

describe('removing a client', () => {
  const TABLES = [
    'client',
    'position',
    'interaction',
    'objection',
    'objection_event',
    'contract',
    'checklist',
    'checklist_item',
  ];
  const liveIn = ({ base }: TestEngine) =>
    Object.fromEntries(
      TABLES.map((table) => {
        const row = base.reader.prepare(`SELECT count(*) AS n FROM ${table} WHERE deleted_at IS NULL`).get();
        return [table, (row as { n: number }).n];
      }),
    );

  test(
    'removes what stands on it in one step, which undo takes back whole; the person stays',
    inEngine(async (engine) => {
      const { id, person } = await fullClient(engine);
      const before = liveIn(engine);
      expect(Object.values(before).every((count) => count > 0)).toBe(true);
      const { action } = await engine.client.clients.remove({ id });
      expect(Object.values(liveIn(engine)).every((count) => count === 0)).toBe(true);
      expect((await engine.client.contacts.get({ id: person.id })).positions).toEqual([]);
      await expect(engine.client.clients.desk({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await engine.client.clients.remove({ id })).toEqual({ action: null });
      await engine.client.undo.apply({ action: action ?? '' });
      expect(liveIn(engine)).toEqual(before);
    }),
  );

  test(
    'works for a client with more on it than one transaction of the server holds',
    inEngine(async (engine) => {
      const { base, client } = engine;
      const id = await addClient(engine);
      for (let at = 0; at < 210; at += 1) {
        await client.meetings.log({
          id: base.newId(),
          values: { client: id, kind: 'note', happenedAt: base.now(), zone: 'Europe/Bratislava' },
        });
      }
      const { action } = await client.clients.remove({ id });
      expect(action).not.toBeNull();
      expect(liveIn(engine)).toMatchObject({ client: 0, interaction: 0 });
      const largest = base.reader
        .prepare(`SELECT max(n) AS n FROM (SELECT count(*) AS n FROM change GROUP BY txn)`)
        .get() as { n: number };
      expect(largest.n).toBeLessThanOrEqual(200);
    }),
  );
});
