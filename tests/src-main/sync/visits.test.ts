import { expect, test } from 'vitest';
import type { TestEngine } from '../../helpers/test-engine.ts';
import { expectAgreement, startTeam } from '../../helpers/team.ts';
import { newClient } from '../../helpers/team-work.ts';

const ZONE = 'Europe/Bratislava';
const START = Date.parse('2026-11-24T09:00:00Z');

/** The same meeting, written up by whoever was there. */
async function writeVisit(
  { base, client: rpc }: TestEngine,
  client: string,
  meeting: string,
  summary: string,
) {
  const id = base.newId();
  await rpc.meetings.log({
    id,
    values: {
      client,
      kind: 'visit',
      happenedAt: START,
      endedAt: START + 3_600_000,
      zone: ZONE,
      meeting,
      summary,
    },
    objections: [{ id: base.newId(), text: `Námietka: ${summary}` }],
    promises: [
      { id: base.newId(), side: 'ours', text: `Náš: ${summary}`, dueOn: '2026-11-27' },
      { id: base.newId(), side: 'theirs', text: `Ich: ${summary}` },
    ],
    trip: { id: base.newId(), kilometres: 84, fromPlace: 'Žilina', toPlace: 'Poprad' },
  });
  return id;
}

function correct({ base, client: rpc }: TestEngine, client: string, corrects: string, summary: string) {
  const values = { client, kind: 'visit' as const, happenedAt: START, zone: ZONE, summary };
  return rpc.meetings.correct({ id: base.newId(), corrects, values });
}

test('two people write up the same meeting at once, and correct the same entry: all of it stands, nothing conflicts', async () => {
  const team = await startTeam();
  const [eva, jan] = [await team.add('eva'), await team.add('jan')];
  const firm = newClient(eva, 'Píla Tatry');
  const meeting = eva.base.newId();
  await eva.client.meetingPlans.plan({
    id: meeting,
    values: { client: firm, type: 'review', startsAt: START, endsAt: START + 3_600_000, zone: ZONE },
  });
  await eva.sync();
  await jan.sync();

  const hers = await writeVisit(eva, firm, meeting, 'Eva');
  await writeVisit(jan, firm, meeting, 'Jan');
  await expectAgreement(eva, jan);
  await correct(eva, firm, hers, 'Eva, oprava Evy');
  await correct(jan, firm, hers, 'Eva, oprava Jana');
  await jan.client.trips.create({ id: jan.base.newId(), values: { on: '2026-11-24', kilometres: 12 } });
  await expectAgreement(eva, jan);

  for (const { client: rpc } of [eva, jan]) {
    expect((await rpc.conflicts.list({})).rows).toEqual([]);
    const { entries } = await rpc.meetings.timeline({ client: firm });
    expect(entries.map(({ interaction }) => String(interaction.summary)).toSorted()).toEqual([
      'Eva, oprava Evy',
      'Eva, oprava Jana',
      'Jan',
    ]);
    for (const { interaction, promises, objections, trip, meeting: of } of entries) {
      const who = interaction.summary?.slice(0, 3);
      expect(promises.map(({ text }) => text).toSorted()).toEqual([`Ich: ${who}`, `Náš: ${who}`]);
      expect(objections.map(({ text }) => text)).toEqual([`Námietka: ${who}`]);
      expect(trip?.kilometres).toBe(84);
      expect(interaction.endedAt).toBe(START + 3_600_000);
      expect(of?.id).toBe(meeting);
    }
    expect((await rpc.meetingPlans.get({ id: meeting })).meeting.status).toBe('held');
    const logs = await rpc.trips.month({ month: '2026-11', member: jan.base.member() });
    expect(logs.rows.map(({ trip, clientName }) => [trip.kilometres, clientName])).toEqual([
      [84, 'Píla Tatry'],
      [12, null],
    ]);
    expect(logs.drivers.map(({ id }) => id).toSorted()).toEqual(
      [eva, jan].map(({ base }) => base.member()).toSorted(),
    );
  }
});
