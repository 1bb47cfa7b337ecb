/** Reminders by the system: in the words of the person, without names unless wanted, and a click leads to the thing. */
import { randomUUID } from 'node:crypto';
import type * as ElectronModule from 'electron';
import { prepareBase } from '../prepare-base.ts';
import { callProcedure } from '../vizitka-process.ts';
import { type Desktop, type Electron, expect, test } from './desktop.ts';

const MINUTE = 60_000;
const LEAD = 15 * MINUTE;
const ZONE = 'Europe/Bratislava';

test('what is due is said while only the sign beside the clock is there; a click opens its page', async ({
  launch,
  profile,
}) => {
  const client = await prepareBase(profile);
  const soon = await plan(profile, client, 'Cenník na rok 2027', Date.now() + 5 * MINUTE);
  const desktop = await launch({ args: ['--hidden'], beforeReady: rememberNotifications });
  const { page } = desktop;
  await expect(page.getByRole('heading', { level: 1, name: 'Môj deň' })).toBeVisible();
  await expect
    .poll(() => said(desktop))
    .toEqual([{ title: 'Blíži sa stretnutie', body: `o ${timeOf(soon.startsAt, 'sk')}` }]);
  expect(await isSeen(desktop)).toBe(false);
  await click(desktop);
  await expect.poll(() => isSeen(desktop)).toBe(true);
  await expect(page).toHaveURL(new RegExp(`/meetings/${soon.id}$`));
  await expect(page.getByRole('heading', { level: 1, name: 'Cenník na rok 2027' })).toBeVisible();
  // Who has opened it needs no reminder any more.
  await expect.poll(() => waiting(profile)).toEqual([]);

  await page.goto(new URL('/settings', page.url()).href);
  await page.getByRole('radiogroup', { name: 'Jazyk' }).getByText('English').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await desktop.close();

  await test.step('what fell due meanwhile comes first, named where the person wants it', async () => {
    await callProcedure(profile, 'day.changeSettings', { reminders: { names: true } });
    const missed = await plan(profile, client, 'Vzorky dubu', Date.now() + LEAD + 500);
    await expect.poll(() => Date.now()).toBeGreaterThan(missed.startsAt - LEAD);
    const again = await launch({ beforeReady: rememberNotifications, args: ['--hidden'] });
    await expect
      .poll(() => said(again))
      .toEqual([
        {
          title: 'A meeting is coming up',
          body: `at ${timeOf(missed.startsAt, 'en-GB')} · Lipová píla, s. r. o.: Vzorky dubu`,
        },
      ]);
    const first = again.page.getByRole('region', { name: 'My day' }).getByRole('region').first();
    await expect(first).toHaveAccessibleName(/^Reminders/);
    await expect(first.getByRole('listitem')).toContainText('Vzorky dubu');
    await again.close();
  });

  await test.step('several are one notification, which leads to the day', async () => {
    for (const minutes of [4, 6]) await plan(profile, client, null, Date.now() + minutes * MINUTE);
    const third = await launch({ beforeReady: rememberNotifications, args: ['--hidden'] });
    await expect.poll(() => said(third)).toEqual([{ title: '2 meetings are coming up', body: '' }]);
    await third.page.goto(new URL('/contacts', third.page.url()).href);
    await expect(third.page.getByRole('grid', { name: 'Contacts' })).toBeVisible();
    await click(third);
    await expect(third.page.getByRole('heading', { level: 1, name: 'My day' })).toBeVisible();
  });
});

interface Said {
  told: ElectronModule.Notification[];
}

/** Before anything is said: the first look is taken as soon as the base is open. */
const rememberNotifications = ({ Notification }: Electron) => {
  const told = ((globalThis as unknown as Said).told = [] as ElectronModule.Notification[]);
  Notification.prototype.show = function show(this: ElectronModule.Notification) {
    told.push(this);
  };
};

const said = (desktop: Desktop) =>
  desktop.evaluateMain(() =>
    (globalThis as unknown as Said).told.map(({ title, body }) => ({ title, body })),
  );

const click = (desktop: Desktop) =>
  desktop.evaluateMain(() => void (globalThis as unknown as Said).told[0]?.emit('click'));

const isSeen = (desktop: Desktop) =>
  desktop.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());

/** Keys of the reminders that wait for an answer. */
async function waiting(profile: string): Promise<string[]> {
  const { rows } = await callProcedure<{ rows: { key: string }[] }>(profile, 'day.reminders', {});
  return rows.map(({ key }) => key);
}

async function plan(profile: string, client: string, title: string | null, startsAt: number) {
  const id = randomUUID();
  const when = { startsAt, endsAt: startsAt + 60 * MINUTE, zone: ZONE };
  await callProcedure(profile, 'meetingPlans.plan', {
    id,
    values: { client, type: 'negotiation', title, ...when },
  });
  return { id, startsAt };
}

/** In the morning the two write hours otherwise: 8:05 and 08:05. */
const timeOf = (at: number, language: 'sk' | 'en-GB') =>
  new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: ZONE }).format(at);
