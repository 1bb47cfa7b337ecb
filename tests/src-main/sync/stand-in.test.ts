/** Who stands in sees what was handed over, while it lasts, and nobody gives himself sight. */
import { expect, test } from 'vitest';
import { write } from '#main/data/write.ts';
import { StandInTerms } from '#server/sync/stand-in-terms.ts';
import { handover } from '#shared/entities/handover.ts';
import { addDays, todayIn } from '#shared/domain/time/day.ts';
import { type Colleague, expectAgreement, ownersOnly } from '../../helpers/team.ts';
import { clientOf, editClient, idsOf as ids, LABEL, newClient, newPerson } from '../../helpers/team-work.ts';

const DAY = 86_400_000;
const today = () => todayIn('UTC', Date.now());

async function handOver(from: Colleague, to: Colleague, clients: string[], days: [number, number] = [-1, 7]) {
  const id = from.base.newId();
  const [startsOn, endsOn] = [addDays(today(), days[0]), addDays(today(), days[1])];
  await from.client.handovers.create({
    id,
    values: { toMember: to.base.member(), clients, startsOn, endsOn },
  });
  return id;
}

test('the stand-in gets the client with all that is under it, and it leaves him when it ends', async () => {
  const { eva, jan, ivo } = await ownersOnly();
  const [firm, other] = [newClient(jan, 'Píla Tatry'), newClient(jan, 'Mlyn')];
  const person = newPerson(jan, firm);
  await expectAgreement(jan, ivo, eva);
  expect(ids(ivo, 'client')).toEqual([]);
  const id = await handOver(jan, ivo, [firm]);
  await expectAgreement(jan, ivo, eva);
  expect(ids(ivo, 'client')).toEqual([firm]);
  expect(ids(ivo, 'contact')).toEqual([person]);
  expect(ids(jan, 'client').sort()).toEqual([firm, other].sort());
  expect(await ivo.client.handovers.ofClient({ client: firm })).toMatchObject({
    fromMember: jan.base.member(),
    toMember: ivo.base.member(),
    standing: 'running',
  });

  const visit = ivo.base.newId();
  await ivo.client.meetings.log({
    id: visit,
    values: {
      client: firm,
      kind: 'visit',
      happenedAt: Date.now(),
      zone: 'Europe/Bratislava',
      summary: 'Zastal som',
    },
    objections: [],
  });
  await expectAgreement(ivo, jan);
  expect(ids(jan, 'interaction')).toEqual([visit]);

  await jan.client.handovers.end({ id });
  await expectAgreement(jan, ivo, eva);
  expect(ids(ivo, 'client')).toEqual([]);
  expect(ids(ivo, 'contact')).toEqual([]);
  expect(ids(jan, 'interaction')).toEqual([visit]);
  const [ended] = await jan.client.undo.recent({ limit: 1 });
  await jan.client.undo.apply({ action: ended?.action ?? '' });
  await expectAgreement(jan, ivo);
  expect(ids(ivo, 'client')).toEqual([firm]);
});

test('a client that is taken out, or given to another owner, leaves the stand-in', async () => {
  const { eva, jan, ivo } = await ownersOnly();
  const firms = ['Píla', 'Mlyn', 'Tehelňa'].map((name) => newClient(jan, name));
  const id = await handOver(jan, ivo, firms);
  await expectAgreement(jan, ivo, eva);
  expect(ids(ivo, 'client')).toHaveLength(3);
  await jan.client.handovers.edit({ id, values: { clients: firms.slice(1) } });
  editClient(eva, firms[1] ?? '', { owner: eva.base.member() });
  await expectAgreement(jan, eva, ivo);
  expect(ids(ivo, 'client')).toEqual([firms[2]]);
});

test('nobody gives himself sight, and nobody hands over what is not his', async () => {
  const { eva, jan, ivo } = await ownersOnly();
  const [firm, evas] = [newClient(jan, 'Píla'), newClient(eva, 'Banka')];
  await expectAgreement(eva, jan, ivo);
  const term = { startsOn: addDays(today(), -1), endsOn: addDays(today(), 7) };
  const forged = ivo.base.newId();
  write(ivo.base, LABEL, (tx) =>
    tx.create(handover, forged, {
      ...term,
      fromMember: jan.base.member(),
      toMember: ivo.base.member(),
      clients: [firm],
    }),
  );
  await handOver(jan, ivo, [evas]);
  const own = await handOver(jan, eva, [firm]);
  await expectAgreement(ivo, jan, eva);
  for (const change of [
    ivo.client.handovers.edit({ id: own, values: { endsOn: addDays(today(), 20) } }),
    ivo.client.handovers.end({ id: own }),
  ])
    await expect(change).rejects.toMatchObject({ code: 'REFUSED', data: { reason: 'notAllowed' } });
  expect(ids(ivo, 'client')).toEqual([]);
  // A hand-over that counts, turned to himself.
  write(ivo.base, LABEL, (tx) => tx.edit(handover, own, { toMember: ivo.base.member() }));
  await expectAgreement(ivo, jan, eva);
  expect(ids(ivo, 'client')).toEqual([]);
  // What an administrator arranges for somebody who fell ill counts.
  write(eva.base, LABEL, (tx) => tx.edit(handover, own, { toMember: ivo.base.member() }));
  write(eva.base, LABEL, (tx) => tx.edit(handover, own, { toMember: eva.base.member() }));
  write(eva.base, LABEL, (tx) => tx.edit(handover, own, { toMember: ivo.base.member() }));
  await expectAgreement(eva, ivo, jan);
  expect(clientOf(ivo, firm)).toMatchObject({ name: 'Píla' });
});

test('what was ended or taken back stays so, whatever the stand-in writes', async () => {
  const { jan, ivo } = await ownersOnly();
  const firms = [newClient(jan, 'Píla'), newClient(jan, 'Mlyn')];
  const [ended, removed] = [
    await handOver(jan, ivo, firms.slice(0, 1)),
    await handOver(jan, ivo, firms.slice(1)),
  ];
  await expectAgreement(jan, ivo);
  expect(ids(ivo, 'client')).toHaveLength(2);
  await jan.client.handovers.end({ id: ended });
  write(jan.base, LABEL, (tx) => tx.remove(handover, removed));
  await expectAgreement(jan, ivo);
  expect(ids(ivo, 'client')).toEqual([]);
  write(ivo.base, LABEL, (tx) => tx.edit(handover, ended, { endedAt: null }));
  write(ivo.base, LABEL, (tx) => tx.restore(handover, removed));
  await expectAgreement(ivo, jan);
  expect(ids(ivo, 'client')).toEqual([]);
  // He may end it himself.
  const own = await handOver(jan, ivo, firms);
  await expectAgreement(jan, ivo);
  expect(ids(ivo, 'client')).toHaveLength(2);
  await ivo.client.handovers.end({ id: own });
  await expectAgreement(ivo, jan);
  expect(ids(ivo, 'client')).toEqual([]);
});

test('ids of other records in a hand-over change nothing', async () => {
  const { jan, ivo } = await ownersOnly();
  const firm = newClient(jan, 'Píla');
  const person = newPerson(jan, firm);
  await expectAgreement(jan, ivo);
  await handOver(jan, ivo, [person, jan.base.newId()]);
  await expectAgreement(jan, ivo);
  expect(ids(jan, 'contact')).toEqual([person]);
  expect(ids(ivo, 'contact')).toEqual([]);
});

test('a term begins and ends by itself', async () => {
  const { team, jan, ivo } = await ownersOnly();
  const firm = newClient(jan, 'Píla');
  await handOver(jan, ivo, [firm], [5, 9]);
  await expectAgreement(jan, ivo);
  expect(ids(ivo, 'client')).toEqual([]);
  const settle = (days: number) =>
    new StandInTerms().settle(team.server.database, () => {}, Date.now() + days * DAY);
  await settle(6);
  await ivo.sync();
  expect(ids(ivo, 'client')).toEqual([firm]);
  // The last day is still going on somewhere on Earth.
  await settle(9);
  await ivo.sync();
  expect(ids(ivo, 'client')).toEqual([firm]);
  await settle(11);
  await ivo.sync();
  expect(ids(ivo, 'client')).toEqual([]);
});
