/** A day: what was missed comes first at the start, and in the evening nothing is forgotten. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
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

test('a browser that may notify does so while its window is behind another, and a click opens the page', async ({
  page,
  profile,
  start,
}) => {
  const client = await prepareBase(profile);
  const server = await start();
  const { origin, port } = new URL(server.address);
  await page.context().grantPermissions(['notifications'], { origin });
  await rememberNotifications(page);
  await page.goto(server.address);
  await expect(page.getByRole('heading', { level: 1, name: 'Klienti' })).toBeVisible();
  await server.stop();
  // A page under test believes that it is always in front.
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const front = await page.context().newPage();
  await front.bringToFront();
  expect(await page.evaluate(() => document.hasFocus())).toBe(false);

  const startsAt = Date.now() + 10 * MINUTE;
  const meeting = randomUUID();
  await callProcedure(profile, 'meetingPlans.plan', {
    id: meeting,
    values: { client, type: 'negotiation', startsAt, endsAt: startsAt + 60 * MINUTE, zone: ZONE },
  });
  const restarted = await start({ port: Number(port) });
  // A new start has a new key; the window behind takes it from the one in front.
  await front.goto(restarted.address);
  const said = () =>
    page.evaluate(() => (globalThis as unknown as Said).told.map(({ title, body }) => ({ title, body })));
  await expect.poll(said).toEqual([{ title: 'Stretnutie', body: '' }]);
  await page.evaluate(() => (globalThis as unknown as Said).told[0]?.dispatchEvent(new Event('click')));
  await expect(page).toHaveURL(new RegExp(`/meetings/${meeting}$`));
  await expect.poll(() => callProcedure(profile, 'day.reminders', {})).toMatchObject({ rows: [] });
});

interface Said {
  told: Notification[];
}

/** Each is a real one of the browser. */
const rememberNotifications = (page: Page) =>
  page.addInitScript(() => {
    const told = ((globalThis as unknown as Said).told = [] as Notification[]);
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        told.push(this);
      }
    };
  });
