/** One call list of two people: both called the same client before they heard of each other. */
import { expect, test, vi } from 'vitest';
import { expectAgreement, startTeam } from '../../../helpers/team.ts';
import { newClient } from '../../../helpers/team-work.ts';

const ZONE = 'Europe/Bratislava';

test('both calls stand in the timeline, the later result on the list, the other at the conflict desk', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const client = newClient(eva, 'Píla');
  const id = eva.base.newId();
  await eva.client.calls.create({
    id,
    values: { name: 'Jeseň', script: 'Dobrý deň' },
    whom: { clients: [client] },
  });
  await eva.sync();
  await jan.sync();
  const now = Date.now();
  const [target] = (await jan.client.calls.queue({ filter: { callList: id }, now })).rows;
  expect(target).toMatchObject({ clientName: 'Píla', state: 'waiting' });
  const said = { target: target?.id ?? '', zone: ZONE };
  await eva.client.calls.attempt({ ...said, id: eva.base.newId(), result: 'informed' });
  await eva.sync();
  // Later by more than what the clocks of two laptops may differ by after they were set by the server's.
  const later = vi.spyOn(jan.base, 'now').mockReturnValue(now + 5_000);
  await jan.client.calls.attempt({ ...said, id: jan.base.newId(), result: 'refused', summary: 'nechcú' });
  later.mockRestore();
  await expectAgreement(jan, eva);
  const page = await eva.client.calls.target({ id: said.target, now });
  expect(page.target.state).toBe('refused');
  expect(page.attempts.map(({ result }) => result)).toEqual(['refused', 'informed']);
  const { rows } = await jan.client.conflicts.list({});
  expect(rows).toMatchObject([
    { entity: 'callTarget', record: said.target, unit: 'state', lost: { value: { state: 'done' } } },
  ]);
  await jan.client.conflicts.resolve({ ids: [rows[0]?.id ?? ''], choice: 'restored' });
  await expectAgreement(jan, eva);
  expect((await eva.client.calls.get({ id, now })).row.counts).toMatchObject({ done: 1, refused: 0 });
});

test('a list is everybody’s, but on it one sees only whom one may see', async () => {
  const team = await startTeam();
  const eva = await team.add('eva');
  await eva.client.sync.changeWorkspace({ clientScope: 'owner' });
  const [jan, ivo] = [await team.add('jan'), await team.add('ivo')];
  for (const one of [eva, jan, ivo]) await one.sync();
  const [his, own] = [newClient(jan, 'Píla'), newClient(ivo, 'Mlyn')];
  const id = jan.base.newId();
  await jan.client.calls.create({ id, values: { name: 'Jeseň', script: null }, whom: { clients: [his] } });
  await jan.sync();
  await ivo.sync();
  await ivo.client.calls.add({ id, whom: { clients: [own] } });
  await expectAgreement(ivo, jan, eva);
  const seenBy = async ({ client }: typeof jan) =>
    (await client.calls.queue({ filter: { callList: id }, now: Date.now() })).rows
      .map(({ clientName }) => clientName)
      .toSorted();
  expect(await seenBy(jan)).toEqual(['Píla']);
  expect(await seenBy(ivo)).toEqual(['Mlyn']);
  expect(await seenBy(eva)).toEqual(['Mlyn', 'Píla']);
});
