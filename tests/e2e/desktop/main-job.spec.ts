/** The main job in the desktop window. Nothing of it needs a network, and nothing asks for one. */
import { beginInSlovak } from '../first-start.ts';
import { MAIN_JOB } from '../main-job.ts';
import { runVizitka } from '../vizitka-process.ts';
import { expect, test } from './desktop.ts';
import { watchWindow } from './watch-window.ts';

test('from the list of the office to an exported list', async ({ launch, profile }) => {
  test.setTimeout(120_000);
  const desktop = await launch();
  const { page } = desktop;
  const watch = watchWindow(page);
  await beginInSlovak(page, 'Načítať zoznam klientov');
  for (const { name, run } of MAIN_JOB) await test.step(name, () => run(page, desktop.takeFile));
  await test.step('verify finds nothing wrong while the window is open', async () => {
    expect(await runVizitka(profile, ['verify'])).toMatchObject({ code: 0, err: '' });
  });
  expect(watch.errors).toEqual([]);
  expect(watch.foreign).toEqual([]);
  expect(await desktop.close()).toBe(0);
});
