/** Two laptops that mean different things about one meeting, or about who is the same firm. */
import { expect, test, vi } from 'vitest';
import { expectAgreement, startTeam } from '../../helpers/team.ts';
import { newClient } from '../../helpers/team-work.ts';

const HOUR = 3_600_000;
const ZONE = 'Europe/Bratislava';
/** Whoever writes last wins, and a clock counts in whole milliseconds. */
const laterOn = (written = Date.now()) => vi.waitUntil(() => Date.now() > written, { interval: 1 });
const at = (startsAt: number) => ({ startsAt, endsAt: startsAt + HOUR, zone: ZONE });

test.each(['restored', 'kept'] as const)(
  'a meeting moved by two to another hour: both hours are at the desk, and taking "%s" settles it for both',
  async (choice) => {
    const team = await startTeam();
    const [eva, jan] = [await team.add('eva'), await team.add('jan')];
    const client = newClient(eva, 'Píla Tatry');
    const meeting = eva.base.newId();
    const noon = Date.UTC(2027, 0, 15, 11);
    const values = { client, type: 'negotiation', ...at(noon) } as const;
    await eva.client.meetingPlans.plan({ id: meeting, values });
    await expectAgreement(eva, jan);

    await eva.client.meetingPlans.edit({ id: meeting, values: at(noon + HOUR) });
    await laterOn();
    await jan.client.meetingPlans.edit({ id: meeting, values: at(noon + 3 * HOUR) });
    await eva.sync();
    await expectAgreement(jan, eva);
    const { rows } = await eva.client.conflicts.list({ record: meeting });
    expect(rows).toMatchObject([
      {
        entity: 'meeting',
        // Nobody has named it, and it is there all the same.
        title: '',
        here: true,
        client: { id: client, name: 'Píla Tatry' },
        unit: 'when',
        before: at(noon),
        kept: { value: at(noon + 3 * HOUR), mine: false },
        lost: { value: at(noon + HOUR), mine: true },
        now: at(noon + 3 * HOUR),
      },
    ]);
    await eva.client.conflicts.resolve({ ids: rows.map(({ id }) => id), choice });
    await expectAgreement(eva, jan);
    for (const one of [eva, jan]) {
      const stands = one.base.reader
        .prepare('SELECT starts_at, ends_at FROM meeting WHERE id = ?')
        .get(meeting);
      const startsAt = noon + (choice === 'restored' ? HOUR : 3 * HOUR);
      expect(stands).toEqual({ starts_at: startsAt, ends_at: startsAt + HOUR });
      expect((await one.client.conflicts.list({})).rows).toEqual([]);
    }
  },
);

test('a firm merged by two into different ones: the conflict names both firms', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const [same, one, other] = ['Píla', 'Píla Tatry', 'Píla Fatra'].map((name) => newClient(eva, name)) as [
    string,
    string,
    string,
  ];
  await expectAgreement(eva, jan);
  await eva.client.clients.merge({ id: same, into: one });
  await laterOn();
  await jan.client.clients.merge({ id: same, into: other });
  await eva.sync();
  await expectAgreement(jan, eva);
  expect((await eva.client.conflicts.list({})).rows).toMatchObject([
    {
      unit: 'mergedInto',
      kept: { value: { mergedInto: other } },
      lost: { value: { mergedInto: one } },
      names: { [one]: 'Píla Tatry', [other]: 'Píla Fatra' },
    },
  ]);
});
