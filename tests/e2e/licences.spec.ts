/** Settings show whose work Vizitka is made of: loaded when asked for, found by words, readable to the end. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { prepareBase } from './prepare-base.ts';

test('the licences of the parts', async ({ page, start, profile, watch }) => {
  await prepareBase(profile);
  const server = await start();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(server.address);
  await page.goto(new URL('/settings', server.address).href);
  const show = page.getByRole('button', { name: 'Ukázať licencie' });
  await expect(show).toBeVisible();
  expect(asked).not.toContain('/licences.json');

  await show.click();
  const search = page.getByRole('searchbox', { name: 'Hľadať časť alebo licenciu' });
  await expect(search).toBeFocused();
  const section = page.getByRole('region', { name: 'Licencie častí' });
  const parts = section.getByRole('list', { name: 'Licencie častí' }).getByRole('listitem');
  await expect(section.getByRole('status')).toHaveText(/^\d{2,3} častí$/);
  expect(asked.filter((address) => address === '/licences.json')).toHaveLength(1);

  await search.fill('inter variable');
  await expect(section.getByRole('status')).toHaveText('1 časť');
  await parts.getByText('@fontsource-variable/inter').click();
  await expect(parts.getByText('SIL OPEN FONT LICENSE').first()).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }

  await search.fill('nič také');
  await expect(section.getByRole('status')).toHaveText('Taká časť sa nenašla.');
  await expect(parts).toHaveCount(0);
  expect(watch.errors).toEqual([]);
});

test('a list that cannot be loaded is said, and asked for again', async ({ page, start, profile }) => {
  await prepareBase(profile);
  const server = await start();
  await page.goto(server.address);
  await page.goto(new URL('/settings', server.address).href);
  const answer = Promise.withResolvers<void>();
  await page.route('**/licences.json', async (route) => {
    await answer.promise;
    await route.fulfill({ json: [{ name: 'part' }] });
  });
  await page.getByRole('button', { name: 'Ukázať licencie' }).click();
  const section = page.getByRole('region', { name: 'Licencie častí' });
  await expect(section.locator('.mantine-Loader-root')).toBeVisible();
  await expectAccessible(page);
  await expect(section.getByRole('progressbar', { name: 'Načítava sa…' })).toBeVisible();
  answer.resolve();
  await expect(page.getByText('Zoznam licencií sa nepodarilo načítať.')).toBeVisible();
  await page.unroute('**/licences.json');
  await page.getByRole('button', { name: 'Skúsiť znova' }).click();
  await expect(page.getByText(/^better-sqlite3-multiple-ciphers \d/)).toBeVisible();
});
