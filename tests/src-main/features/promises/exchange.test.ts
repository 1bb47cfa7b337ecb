import { expect, test, vi } from 'vitest';
import { expectAgreement, startTeam } from '../../../helpers/team.ts';
import { newClient } from '../../../helpers/team-work.ts';

test('kept on one laptop and broken on the other: the later word stands, the other waits at the conflict desk', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const client = newClient(eva, 'Píla');
  const id = eva.base.newId();
  const values = { client, side: 'ours', text: 'Cenník do piatka', dueOn: '2026-11-27' } as const;
  await eva.client.promises.create({ id, values });
  await eva.sync();
  await jan.sync();
  await eva.client.promises.keep({ id });
  // Later by more than what the clocks of two laptops may differ by after they were set by the server's.
  const later = vi.spyOn(jan.base, 'now').mockReturnValue(Date.now() + 5_000);
  await jan.client.promises.break({ id });
  later.mockRestore();
  // Of another unit: it meets nothing.
  await jan.client.promises.edit({ id, values: { note: 'volali dvakrát' } });
  await eva.sync();
  await expectAgreement(jan, eva);
  const seen = (await eva.client.promises.get({ id })).promise;
  expect(seen).toMatchObject({ state: 'broken', closedAt: expect.any(Number), note: 'volali dvakrát' });
  const { rows } = await eva.client.conflicts.list({});
  expect(rows).toMatchObject([
    { entity: 'promise', record: id, unit: 'state', lost: { value: { state: 'kept' }, mine: true } },
  ]);
  await eva.client.conflicts.resolve({ ids: [rows[0]?.id ?? ''], choice: 'restored' });
  await expectAgreement(eva, jan);
  expect((await jan.client.promises.get({ id })).promise.state).toBe('kept');
});
