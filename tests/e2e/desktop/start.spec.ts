/** The program starts, and its window is the same as everywhere. */
import { expect, test } from './desktop.ts';

test('a window with the first start, a menu, and a quit that leaves nothing running', async ({ launch }) => {
  const desktop = await launch();
  await expect(desktop.page.getByRole('heading', { name: 'Vitajte vo Vizitke' })).toBeVisible();
  expect(await desktop.close()).toBe(0);
});
