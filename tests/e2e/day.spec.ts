/** A day: what was missed comes first at the start, and in the evening nothing is forgotten. */
import { randomUUID } from 'node:crypto';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { prepareBase } from './prepare-base.ts';
import { callProcedure } from './vizitka-process.ts';

const ZONE = 'Europe/Bratislava';
const MINUTE = 60_000;

/** Today where the window is. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(Date.now());

test('a reminder that fell due while Vizitka did not run comes first; the evening check ends with nothing forgotten', async ({
  page,
  profile,
  start,
  watch,
}) => {
  const client = await prepareBase(profile);
  const startsAt = Date.now() + 10 * MINUTE;
  const when = { startsAt, endsAt: startsAt + 60 * MINUTE, zone: ZONE };
  await callProcedure(profile, 'meetingPlans.plan', {
    id: randomUUID(),
    values: { client, type: 'negotiation', title: 'Cenník na rok 2027', ...when },
  });
  await callProcedure(profile, 'promises.create', {
    id: randomUUID(),
    values: { client, side: 'ours', text: 'Pošleme vzorky dubu', dueOn: today() },
  });
  await callProcedure(profile, 'meetings.log', {
    id: randomUUID(),
    values: {
      client,
      kind: 'visit',
      happenedAt: Date.now() - MINUTE,
      zone: ZONE,
      summary: 'Zastavil som sa',
    },
  });
  const server = await start();

  await test.step('what waits comes first, and is answered', async () => {
    await page.goto(server.address);
    await expect(page.getByRole('heading', { level: 1, name: 'Môj deň' })).toBeVisible();
    const reminders = page.getByRole('region', { name: /^Pripomienky/ });
    const meeting = reminders.getByRole('listitem').filter({ hasText: 'Cenník na rok 2027' });
    await expect(meeting).toContainText('Stretnutie · Lipová píla, s. r. o.');
    await expect(page.getByRole('region', { name: /^Na dnes/ })).toContainText('Pošleme vzorky dubu');
    await expectAccessible(page);
    await meeting.getByRole('button', { name: 'Vybavené', exact: true }).click();
    await expect(meeting).toHaveCount(0);
  });

  await test.step('the evening check, line by line', async () => {
    await page.goto(new URL('/day/check', server.address).href);
    const lines = page.getByRole('main').getByRole('listitem');
    const promise = lines.filter({ hasText: 'prísľub s dnešným termínom' });
    await promise.getByRole('button', { name: 'Splnené' }).click();
    await expect(promise).toHaveCount(0);
    const visit = lines.filter({ hasText: 'návšteva bez ďalšieho kroku' });
    await visit.getByRole('button', { name: 'Ďalší krok' }).click();
    await page.getByRole('textbox', { name: 'Ďalší krok', exact: true }).fill('Poslať cenník');
    await page.getByRole('button', { name: 'Zapísať krok' }).click();
    await expect(visit).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Nič sa nezabudlo' })).toBeVisible();
    await expectAccessible(page);
  });

  const { entries } = await callProcedure<{ entries: { interaction: object }[] }>(
    profile,
    'meetings.timeline',
    { client },
  );
  expect(entries[0]?.interaction).toMatchObject({ nextStep: 'Poslať cenník', summary: 'Zastavil som sa' });
  expect(watch.errors).toEqual([]);
});
