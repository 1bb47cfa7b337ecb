/** Two bases become one: what is the same takes the server's ids, nothing that stands on it is lost or doubled. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyBase } from '#main/data/verify.ts';
import { writeRemote } from '#main/data/write.ts';
import { writeSync } from '#main/data/sync-store.ts';
import { applyRecords } from '#main/data/remote/apply-records.ts';
import { joinBase, pairArrivals } from '#main/sync/join/join-base.ts';
import { pairWith, planOf } from '#main/sync/join/plan.ts';
import { StagedSnapshot } from '#main/sync/join/staged-snapshot.ts';
import { UNSET } from '#shared/sync/change.ts';
import type { WireRecord } from '#shared/sync/wire.ts';
import { recordsOf } from '../../../helpers/records-of.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

const REGISTER = fileURLToPath(
  new URL('../../../fixtures/biz-sk-register/rpo_sk_companies.csv', import.meta.url),
);

/** Eight of its 426 rows have no name. */
const CLIENTS = 418;

function openBase(): TestEngine {
  const engine = openTestEngine();
  onTestFinished(() => engine.close());
  return engine;
}

async function importRegister({ client }: TestEngine): Promise<void> {
  for await (const event of await client.exchange.run({
    run: randomUUID(),
    source: { path: path.resolve(REGISTER) },
  }))
    if (event.type === 'result') return;
  throw new Error('the import ended without a result');
}

async function clientsOf({ client }: TestEngine, limit = 500) {
  return (await client.clients.list({ filter: {}, limit })).rows;
}

async function logVisit({ client }: TestEngine, at: string, summary: string): Promise<void> {
  await client.meetings.log({
    id: randomUUID(),
    values: { client: at, kind: 'visit', happenedAt: 1_790_000_000_000, zone: 'Europe/Bratislava', summary },
  });
}

function stage({ base }: TestEngine, records: readonly WireRecord[]): StagedSnapshot {
  const staged = new StagedSnapshot(base);
  onTestFinished(() => staged.close());
  staged.begin({ epoch: randomUUID(), access: 'a', cursor: 0 });
  staged.addPage('rest', records, {
    after: null,
    received: records.length,
    total: records.length,
    done: true,
  });
  return staged;
}

const memberOf = ({ base }: TestEngine) => ({ id: base.member(), name: 'Jana' });

const unsentOf = ({ base }: TestEngine) =>
  base.reader
    .prepare('SELECT entity, kind, units, base, root FROM change WHERE seq IS NULL ORDER BY ord')
    .all() as {
    entity: string;
    kind: string;
    units: string | null;
    base: string | null;
    root: string | null;
  }[];

describe('the same register imported twice', () => {
  test('418 clients of its 426 rows stay, every visit once, and what differs waits as an edit that saw nothing', async () => {
    const [first, second] = [openBase(), openBase()];
    for (const engine of [first, second]) await importRegister(engine);
    const named = async (engine: TestEngine, at: number) => {
      const rows = (await clientsOf(engine)).toSorted((a, b) => String(a.ico).localeCompare(String(b.ico)));
      return rows[at]?.id ?? '';
    };
    expect(await clientsOf(first)).toHaveLength(CLIENTS);
    for (const at of [3, 4, 5]) {
      await logVisit(first, await named(first, at), `prvý ${at}`);
      await logVisit(second, await named(second, at), `druhý ${at}`);
    }
    await first.client.clients.edit({ id: await named(first, 3), values: { tier: 'a', segment: 'stavba' } });
    await second.client.clients.edit({
      id: await named(second, 3),
      values: { tier: 'b', phones: [{ value: '+421900123456', kind: 'mobile' }] },
    });
    const target = await named(first, 3);
    const staged = stage(second, recordsOf(first.base));

    const pairing = pairWith(second.base.reader, staged);
    expect(planOf(second.base.reader, staged, pairing, new Map())).toMatchObject({
      server: { clients: CLIENTS, contacts: 0 },
      clients: { same: CLIENTS - 1, differing: 1, doubtful: 0, mine: 0 },
    });
    joinBase(second.base, staged, memberOf(second));

    const theirs = new Set((await clientsOf(first)).map(({ id }) => id));
    const after = await clientsOf(second);
    expect(after).toHaveLength(CLIENTS);
    expect(after.every(({ id }) => theirs.has(id))).toBe(true);
    const { entries } = await second.client.meetings.timeline({ client: target });
    expect(new Set(entries.map(({ interaction }) => interaction.summary))).toEqual(
      new Set(['druhý 3', 'prvý 3']),
    );
    expect(entries).toHaveLength(2);
    const all = await second.client.meetings.timeline({});
    expect(all.total).toBe(6);
    const unsent = unsentOf(second);
    expect(unsent.filter(({ entity }) => entity === 'client')).toEqual([
      {
        entity: 'client',
        kind: 'set',
        units: JSON.stringify({
          tier: { tier: 'b' },
          phones: { phones: [{ value: '+421900123456', kind: 'mobile' }] },
        }),
        // The server has a tier and no phones.
        base: JSON.stringify({ phones: UNSET }),
        root: target,
      },
    ]);
    expect(unsent.filter(({ entity }) => entity === 'interaction').map(({ kind }) => kind)).toEqual([
      'create',
      'create',
      'create',
    ]);
    await second.client.clients.edit({ id: target, values: { tier: 'c' } });
    expect(JSON.parse(unsentOf(second).find(({ kind }) => kind === 'set')?.base ?? '')).toEqual({
      phones: UNSET,
    });
    // My value shows until the server has decided; the others' are here.
    expect(after.find(({ id }) => id === target)).toMatchObject({ tier: 'b', segment: 'stavba' });
    expect(verifyBase(second.base).problems).toEqual([]);
  });
});

describe('people, drafts and the member', () => {
  async function withPerson(engine: TestEngine, email: string, more: object = {}) {
    const [id, contact, position] = [randomUUID(), randomUUID(), randomUUID()];
    await engine.client.clients.create({
      id,
      values: { name: 'Alfa s.r.o.', status: 'active', postcode: '81101' },
    });
    await engine.client.contacts.create({
      id: contact,
      values: { lastName: 'Novák', firstName: 'Ján', emails: [{ value: email, kind: 'work' }] },
      position: { id: position, values: { client: id, contact, ...more } },
    });
    return { id, contact, position };
  }

  test('a person of a paired client is one, his place too, and drafts and references follow', async () => {
    const [first, second] = [openBase(), openBase()];
    const theirs = await withPerson(first, 'jan@alfa.sk', { jobTitle: 'konateľ' });
    const mine = await withPerson(second, 'JAN@alfa.sk', { jobTitle: 'riaditeľ' });
    await second.client.meetings.log({
      id: randomUUID(),
      values: {
        client: mine.id,
        kind: 'call',
        happenedAt: 1,
        zone: 'Europe/Bratislava',
        people: [mine.contact],
      },
    });
    await second.client.drafts.save({
      key: `client:${mine.id}`,
      entity: 'client',
      record: mine.id,
      client: mine.id,
      values: { notes: 'rozpísané' },
    });
    await second.client.clients.edit({ id: mine.id, values: { owner: second.base.member() } });
    const known = first.base.member();
    joinBase(second.base, stage(second, recordsOf(first.base)), { id: known, name: 'Jana' });

    expect(second.base.member()).toBe(known);
    expect(second.base.reader.prepare('SELECT id FROM member').pluck().all()).toEqual([known]);
    const contacts = await second.client.contacts.list({ filter: {}, limit: 10 });
    expect(contacts.rows.map(({ id }) => id)).toEqual([theirs.contact]);
    const [entry] = (await second.client.meetings.timeline({ client: theirs.id })).entries;
    expect(entry?.people.map(({ id }) => id)).toEqual([theirs.contact]);
    expect((await second.client.drafts.list({}))[0]).toMatchObject({ record: theirs.id, client: theirs.id });
    expect(unsentOf(second)).toMatchObject([
      { entity: 'interaction', kind: 'create', root: theirs.id },
      {
        entity: 'client',
        kind: 'set',
        units: JSON.stringify({ owner: { owner: known } }),
        base: JSON.stringify({ owner: UNSET }),
      },
      {
        entity: 'position',
        kind: 'set',
        units: JSON.stringify({ jobTitle: { jobTitle: 'riaditeľ' } }),
        base: '{}',
      },
    ]);
    expect(verifyBase(second.base).problems).toEqual([]);
  });

  test('doubtful ones stay two', async () => {
    const [first, second] = [openBase(), openBase()];
    await withPerson(first, 'jan@alfa.sk');
    await withPerson(second, 'j.novak@alfa.sk');
    const staged = stage(second, recordsOf(first.base));
    const plan = planOf(second.base.reader, staged, pairWith(second.base.reader, staged), new Map());
    expect(plan.contacts).toEqual({ same: 0, differing: 0, doubtful: 1, mine: 0 });
    expect(plan.doubtful).toEqual([{ entity: 'contact', mine: 'Ján Novák', theirs: 'Ján Novák' }]);
    joinBase(second.base, staged, memberOf(second));
    expect((await second.client.contacts.list({ filter: {}, limit: 10 })).total).toBe(2);
  });
});

test('a copy of the base that joined already adds nothing', async () => {
  const engine = openBase();
  await engine.client.clients.create({
    id: randomUUID(),
    values: { name: 'Alfa', status: 'active', tier: 'a' },
  });
  const staged = stage(engine, recordsOf(engine.base));
  joinBase(engine.base, staged, memberOf(engine));
  expect(unsentOf(engine)).toEqual([]);
  expect(await clientsOf(engine)).toMatchObject([{ name: 'Alfa', tier: 'a' }]);
  expect(verifyBase(engine.base).problems).toEqual([]);
});

test('records that arrive after the joining pair with what is not sent yet, those typed since do not', async () => {
  const [first, second] = [openBase(), openBase()];
  const client = async (engine: TestEngine, ico: string) => {
    const id = randomUUID();
    await engine.client.clients.create({ id, values: { name: `Firma ${ico}`, status: 'active', ico } });
    return id;
  };
  const early = await client(first, '31322832');
  const late = await client(first, '36421928');
  const mine = await client(second, '31322832');
  joinBase(second.base, stage(second, []), memberOf(second));
  await client(second, '36421928');
  writeRemote(second.base, (tx) => {
    const page = recordsOf(first.base);
    pairArrivals(tx, page);
    applyRecords(tx, page);
    writeSync(tx.db, 'cursor', 9);
  });
  const ids = (await clientsOf(second)).map(({ id }) => id);
  expect(ids).toHaveLength(3);
  expect(ids).toContain(early);
  expect(ids).toContain(late);
  expect(ids).not.toContain(mine);
  expect(verifyBase(second.base).problems).toEqual([]);
});

test('a joining that fails half-way has not happened', async () => {
  const [first, second] = [openBase(), openBase()];
  for (const engine of [first, second]) {
    await engine.client.clients.create({
      id: randomUUID(),
      values: { name: 'Alfa', status: 'active', ico: '31322832' },
    });
  }
  const before = second.base.reader.prepare('SELECT * FROM client').all();
  const broken = recordsOf(first.base).map((record) => ({
    ...record,
    data: { ...record.data, status: null },
  }));
  const staged = stage(second, broken);
  second.base.writer.exec(
    `CREATE TRIGGER broken BEFORE INSERT ON sync_state WHEN new.key = 'cursor' BEGIN SELECT raise(ABORT, 'broken'); END`,
  );
  expect(() => joinBase(second.base, staged, memberOf(first))).toThrow();
  expect(second.base.reader.prepare('SELECT * FROM client').all()).toEqual(before);
  expect(second.base.member()).not.toBe(first.base.member());
  expect(verifyBase(second.base).problems).toEqual([]);
});
