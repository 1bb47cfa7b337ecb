/** The main job in the browser shell, without a network. */
import { beginInSlovak } from './first-start.ts';
import { expect, test } from './journey.ts';
import { downloadOf, MAIN_JOB } from './main-job.ts';
import { runVizitka } from './vizitka-process.ts';

test('from the list of the office to an exported list', async ({ page, profile, start, watch }) => {
  test.setTimeout(120_000);
  const server = await start();
  await page.goto(server.address);
  await beginInSlovak(page, 'Načítať zoznam klientov');
  for (const { name, run } of MAIN_JOB) await test.step(name, () => run(page, downloadOf(page)));
  await test.step('verify finds nothing wrong while the window is open', async () => {
    expect(await runVizitka(profile, ['verify'])).toMatchObject({ code: 0, err: '' });
  });
  expect(watch.foreign).toEqual([]);
});
