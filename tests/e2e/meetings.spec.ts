/** A meeting from its plan to its calling off: planned by keyboard, prepared, moved into the way of another one. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { prepareBase } from './prepare-base.ts';
import { callProcedure } from './vizitka-process.ts';

const OTHER = '0198c0de-0000-7000-8000-0000000000a1';
const SECOND = '0198c0de-0000-7000-8000-0000000000a2';
const HOUR = 3_600_000;

test('a meeting is planned, prepared, moved over another one, and called off and back', async ({
  page,
  profile,
  start,
  watch,
}) => {
  const client = await prepareBase(profile);
  await callProcedure(profile, 'clients.create', {
    id: SECOND,
    values: { name: 'Dubová píla', status: 'active' },
  });
  const server = await start();
  await page.goto(server.address);
  await page.goto(new URL(`/clients/${client}`, server.address).href);
  await expect(page.getByRole('region', { name: 'Najbližšie stretnutie' })).toContainText(
    'Nič nie je naplánované.',
  );

  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { name: 'Naplánovať stretnutie' })).toBeVisible();
  const type = page.getByRole('combobox', { name: 'Typ stretnutia' });
  await expect(type).toBeFocused();
  await type.click();
  await page.getByRole('option', { name: 'rokovanie' }).click();
  await page.getByRole('combobox', { name: 'Ďalší klienti' }).fill('dubova');
  await page.getByRole('option', { name: 'Dubová píla' }).click();
  await expect(page.getByRole('button', { name: 'Odobrať: Dubová píla' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Rokovanie – Lipová píla, s. r. o.' })).toBeVisible();
  const head = page.locator('header').filter({ hasText: 'Rokovanie – Lipová píla' });
  await expect(head).toContainText('9:00 – 10:30');

  await expect(page.getByRole('link', { name: 'Dubová píla' })).toBeVisible();
  await page.getByRole('button', { name: 'Odobrať: Dubová píla' }).click();
  await expect(page.getByRole('link', { name: 'Dubová píla' })).toHaveCount(0);
  const others = page.getByRole('combobox', { name: 'Ďalší klienti' });
  await others.fill('dubova');
  await page.getByRole('option', { name: 'Dubová píla' }).click();
  await expect(page.getByRole('link', { name: 'Dubová píla' })).toBeVisible();
  await expect(others).toBeFocused();
  await expectAccessible(page);

  await page.getByRole('checkbox').first().check();
  const preparation = page.getByRole('region', { name: 'Príprava', exact: true });
  await expect(preparation.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '1');

  const { rows } = await callProcedure<{ rows: { startsAt: number }[] }>(profile, 'meetingPlans.list', {
    filter: {},
  });
  const startsAt = (rows[0]?.startsAt ?? 0) + 4 * HOUR;
  await callProcedure(profile, 'meetingPlans.plan', {
    id: OTHER,
    values: { client, type: 'needs', startsAt, endsAt: startsAt + HOUR, zone: 'Europe/Bratislava' },
  });
  const hours = page.getByRole('spinbutton', { name: 'Od: Hodiny' });
  await hours.click();
  await page.keyboard.type('13');
  await expect(page.getByText('V tom istom čase máte iné stretnutie:').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(head).toContainText('13:00 – 14:30');

  await page.getByRole('button', { name: 'Ďalšie úkony so stretnutím' }).click();
  await page.getByRole('menuitem', { name: 'Zrušiť stretnutie' }).click();
  await expect(head).toContainText('zrušené', { ignoreCase: true });
  await page.getByRole('heading', { level: 1, name: 'Rokovanie – Lipová píla, s. r. o.' }).click();
  await page.keyboard.press('Control+z');
  await expect(head).not.toContainText('zrušené', { ignoreCase: true });
  await expect(page.getByRole('button', { name: 'Zapísať návštevu' })).toBeVisible();
  expect(watch.foreign).toEqual([]);
});
