/** Handing clients over: what is suggested, what the pack says and in which order, and what is refused. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { applyRecords } from '#main/data/remote/apply-records.ts';
import { writeRemote } from '#main/data/write.ts';
import { lookForReminders } from '#main/features/day/reminders.ts';
import { member } from '#shared/entities/settings.ts';
import { handover } from '#shared/entities/handover.ts';
import { COLLEAGUE, serverRecord } from '../../../helpers/server-record.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

/** Friday 27 November 2026, noon in Bratislava. */
const NOW = Date.UTC(2026, 10, 27, 11);
const TERM = { startsOn: '2026-11-27', endsOn: '2026-12-04' };
const zone = 'Europe/Bratislava';
const overview = { day: '2026-11-27', zone };

let engine: TestEngine;
let now: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  engine = openTestEngine();
  now = vi.spyOn(engine.base, 'now').mockReturnValue(NOW);
  writeRemote(engine.base, (tx) =>
    applyRecords(tx, [serverRecord(member, 5, { name: 'Eva Malá' }, { id: COLLEAGUE })]),
  );
});
afterEach(() => engine.close());

async function firm(name: string, values: object = {}): Promise<string> {
  const id = engine.base.newId();
  const owner = engine.base.member();
  await engine.client.clients.create({ id, values: { name, status: 'active', owner, ...values } });
  return id;
}

async function promise(client: string, text: string, dueOn: string | null): Promise<string> {
  const id = engine.base.newId();
  const values = { client, side: 'ours' as const, text, dueOn, promisedAt: NOW };
  await engine.client.promises.create({ id, values });
  return id;
}

async function meeting(client: string, startsAt: number): Promise<string> {
  const id = engine.base.newId();
  const values = { client, type: 'needs' as const, startsAt, endsAt: startsAt + 3_600_000, zone };
  await engine.client.meetingPlans.plan({ id, values });
  return id;
}

async function contract(client: string, title: string, values: object): Promise<string> {
  const id = engine.base.newId();
  await engine.client.contracts.create({ id, values: { client, title, ...values } as never });
  return id;
}

async function nextStep(client: string, text: string, on: string): Promise<void> {
  await engine.client.meetings.log({
    id: engine.base.newId(),
    values: { client, kind: 'visit', happenedAt: NOW - 3_600_000, zone, nextStep: text, nextStepOn: on },
  });
}

/** A list with both, where each is to be tried again at that moment. */
async function callBoth(clients: string[], nextAttemptAt: number): Promise<void> {
  const id = engine.base.newId();
  await engine.client.calls.create({ id, values: { name: 'Jeseň', script: null }, whom: { clients } });
  const { rows } = await engine.client.calls.queue({ filter: { callList: id }, now: NOW });
  for (const row of rows) await engine.client.calls.plan({ id: row.id, values: { nextAttemptAt } });
}

async function handOver(clients: string[], values: object = {}): Promise<string> {
  const id = engine.base.newId();
  await engine.client.handovers.create({ id, values: { toMember: COLLEAGUE, clients, ...TERM, ...values } });
  return id;
}

test('one’s own clients are suggested, those where something waits in that time first', async () => {
  const quiet = await firm('Alfa');
  const busy = await firm('Zeta');
  await firm('Cudzí', { owner: COLLEAGUE });
  await firm('Bývalý', { status: 'former' });
  await promise(busy, 'Vzorky', '2026-12-01');
  await meeting(busy, Date.UTC(2026, 11, 2, 9));
  await meeting(quiet, Date.UTC(2026, 11, 20, 9));
  expect(await engine.client.handovers.suggest(TERM)).toMatchObject([
    { id: busy, promises: 1, meetings: 1 },
    { id: quiet, promises: 0, meetings: 0 },
  ]);
});

test('the pack says of each client what there is to know, whoever needs somebody first comes first', async () => {
  const [later, sooner, quiet] = [await firm('Alfa'), await firm('Beta'), await firm('Gama')];
  const person = engine.base.newId();
  const reach = { phones: [{ value: '+421905111222', kind: 'work' as const }] };
  await engine.client.contacts.create({ id: person, values: { lastName: 'Kováč', ...reach } });
  await engine.client.positions.create({
    id: engine.base.newId(),
    values: { client: sooner, contact: person, jobTitle: 'nákupca' },
  });
  const due = await promise(later, 'Vzorky', '2026-12-03');
  const planned = await meeting(sooner, Date.UTC(2026, 10, 30, 9));
  const pack = await engine.client.handovers.pack({ id: await handOver([later, sooner, quiet]) });
  expect(pack).toMatchObject({ fromName: 'Jana Testová', toName: 'Eva Malá', standing: 'running' });
  expect(pack.clients).toMatchObject([
    {
      id: sooner,
      people: [{ name: 'Kováč', jobTitle: 'nákupca', phone: '+421905111222' }],
      nextMeeting: { id: planned },
    },
    { id: later, promises: [{ id: due }], nextMeeting: null },
    { id: quiet, promises: [], deadlines: [], nextSteps: [], lastContactAt: null },
  ]);
});

test('dates of contracts and next steps count too, those of ended contracts and of other days do not', async () => {
  const [dated, stepped, quiet] = [await firm('Beta'), await firm('Gama'), await firm('Alfa')];
  const supply = await contract(dated, 'Rámcová', {
    status: 'inForce',
    endsOn: '2026-12-30',
    noticeMonths: 0,
    renews: true,
  });
  await contract(quiet, 'Stará', { status: 'terminated', endsOn: '2026-12-01' });
  await contract(quiet, 'Vzdialená', { status: 'inForce', endsOn: '2027-06-30' });
  await nextStep(stepped, 'Poslať cenník', '2026-11-30');
  await nextStep(quiet, 'Ozvať sa', '2027-03-01');
  expect(await engine.client.handovers.suggest(TERM)).toMatchObject([
    { id: dated, deadlines: 1, steps: 0, promises: 0, meetings: 0 },
    { id: stepped, deadlines: 0, steps: 1 },
    { id: quiet, deadlines: 0, steps: 0 },
  ]);
  const { clients } = await engine.client.handovers.pack({ id: await handOver([quiet, dated, stepped]) });
  expect(clients).toMatchObject([
    { id: stepped, deadlines: [], nextSteps: [{ text: 'Poslať cenník', on: '2026-11-30' }] },
    {
      id: dated,
      deadlines: [
        { id: supply, title: 'Rámcová', day: '2026-12-30', kind: 'notice' },
        { id: supply, day: '2026-12-30', kind: 'end' },
      ],
      nextSteps: [],
    },
    { id: quiet, deadlines: [], nextSteps: [{ text: 'Ozvať sa' }] },
  ]);
});

test('a client that is gone is left out, of merged ones the one that stays is there', async () => {
  const [gone, loser, winner] = [await firm('Preč'), await firm('Dvojník'), await firm('Ostáva')];
  const id = await handOver([gone, loser]);
  await engine.client.clients.remove({ id: gone });
  await engine.client.clients.merge({ id: loser, into: winner });
  const { clients } = await engine.client.handovers.pack({ id });
  expect(clients).toMatchObject([{ id: winner, name: 'Ostáva', handed: [loser] }]);
  expect(await engine.client.handovers.ofClient({ client: loser })).toMatchObject({ id });
});

describe('the term', () => {
  test('is ahead, runs to its last day, and is over', async () => {
    const client = await firm('Alfa');
    const id = await handOver([client], { startsOn: '2026-11-28' });
    const standing = async () => (await engine.client.handovers.list({}))[0]?.standing;
    expect(await standing()).toBe('ahead');
    expect(await engine.client.handovers.ofClient({ client })).toBeNull();
    now.mockReturnValue(Date.UTC(2026, 11, 4, 20));
    expect(await standing()).toBe('running');
    expect(await engine.client.handovers.ofClient({ client })).toMatchObject({ id, toName: 'Eva Malá' });
    now.mockReturnValue(Date.UTC(2026, 11, 5, 8));
    expect(await standing()).toBe('over');
  });

  test('is ended early, and taken back in one step', async () => {
    const client = await firm('Alfa');
    const id = await handOver([client]);
    now.mockReturnValue(Date.UTC(2026, 10, 28, 9));
    const { action } = await engine.client.handovers.end({ id });
    expect(await engine.client.handovers.ofClient({ client })).toBeNull();
    const [ended] = await engine.client.handovers.list({});
    expect(ended).toMatchObject({ standing: 'over', endsOn: '2026-11-28' });
    await engine.client.undo.apply({ action: action ?? '' });
    expect(await engine.client.handovers.ofClient({ client })).toMatchObject({ id });
  });
});

describe('refused, with nothing written', () => {
  const fails = async (values: object, refusal: object) => {
    const client = await firm('Alfa');
    await expect(handOver([client], values)).rejects.toMatchObject(refusal);
    expect(await engine.client.handovers.list({})).toEqual([]);
  };
  test('to oneself', () =>
    fails({ toMember: engine.base.member() }, { code: 'REFUSED', data: { reason: 'ownStandIn' } }));
  test('a term that ends before it begins', () =>
    fails(
      { endsOn: '2026-11-26' },
      { data: { problems: [{ field: 'endsOn', problem: 'endsBeforeStart' }] } },
    ));
  test('without a client', () =>
    fails({ clients: [] }, { data: { problems: [{ field: 'clients', problem: 'required' }] } }));
});

test('the day of who stands in has what is due at the handed clients, says for whom, and reminds of it', async () => {
  const [handed, kept] = [await firm('Odovzdaný'), await firm('Ostatný')];
  for (const client of [handed, kept]) {
    await promise(client, `Vzorky ${client === handed ? 'sem' : 'tam'}`, '2026-11-26');
    await meeting(client, Date.UTC(2026, 10, 27, client === handed ? 13 : 15));
    const name = client === handed ? 'Rámcová' : 'Iná';
    await contract(client, name, { status: 'inForce', endsOn: '2026-12-01', noticeMonths: 0, renews: true });
  }
  await callBoth([handed, kept], Date.UTC(2026, 10, 27, 10));
  // The same base in the colleague's hands: Eva is away, and I stand in for her.
  const me = engine.base.member();
  const eva = { owner: COLLEAGUE };
  for (const id of [handed, kept]) await engine.client.clients.edit({ id, values: eva });
  engine.base.writer.prepare('UPDATE promise SET member = ?; ').run(COLLEAGUE);
  engine.base.writer.prepare(`UPDATE meeting SET ours = json_array(?)`).run(COLLEAGUE);
  const before = await engine.client.day.overview(overview);
  expect([before.late, before.meetings, before.deadlines, before.calls]).toEqual([[], [], [], []]);
  now.mockReturnValue(Date.UTC(2026, 10, 24));
  expect(lookForReminders(engine.base, zone)).toEqual([]);
  now.mockReturnValue(NOW);
  const standIn = serverRecord(handover, 6, {
    ...TERM,
    fromMember: COLLEAGUE,
    toMember: me,
    clients: [handed],
  });
  writeRemote(engine.base, (tx) => applyRecords(tx, [standIn]));
  const { late, meetings, deadlines, calls } = await engine.client.day.overview(overview);
  expect(late).toMatchObject([{ text: 'Vzorky sem', insteadOf: 'Eva Malá' }]);
  expect(meetings).toMatchObject([{ client: handed, insteadOf: 'Eva Malá' }]);
  expect(calls).toMatchObject([{ client: handed, insteadOf: 'Eva Malá' }]);
  expect(deadlines).toMatchObject([
    { client: handed, title: 'Rámcová', kind: 'notice', insteadOf: 'Eva Malá' },
    { client: handed, title: 'Rámcová', kind: 'end' },
  ]);
  now.mockReturnValue(Date.UTC(2026, 10, 27, 12, 50));
  const reminded = lookForReminders(engine.base, zone) ?? [];
  expect(reminded.map(({ kind, client }) => [kind, client])).toEqual([
    ['notice', handed],
    ['promise', handed],
    ['call', handed],
    ['meeting', handed],
  ]);
});
