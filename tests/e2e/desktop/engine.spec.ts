/** The engine's process is killed under the window: it comes back by itself, says so, and nothing is lost. */
import process from 'node:process';
import { prepareBase } from '../prepare-base.ts';
import { runVizitka } from '../vizitka-process.ts';
import { missingOf, openNotes } from './base-in-window.ts';
import { type Desktop, expect, test } from './desktop.ts';
import { startWriting } from './writer.ts';

const RESTARTED = 'Jadro Vizitky spadlo a spustilo sa znova.';

test('killed in the middle of writes, it is started again with all that it had acknowledged', async ({
  launch,
  profile,
}) => {
  const client = await prepareBase(profile);
  const desktop = await launch();
  const { page } = desktop;
  const notes = await openNotes(page, client);
  await notes.fill('Rozpísané: čerstvá žemľa');
  const { acknowledged } = await startWriting(page);
  await expect.poll(() => acknowledged.length).toBeGreaterThan(25);
  process.kill(await desktop.enginePid(), 'SIGKILL');

  await expect(page.getByText(RESTARTED, { exact: false }).first()).toBeVisible();
  await expect(notes).toHaveValue('Rozpísané: čerstvá žemľa');
  await page.keyboard.press('Tab');
  await page.reload();
  await expect(await openNotes(page, client)).toHaveValue('Rozpísané: čerstvá žemľa');
  expect(await missingOf(profile, acknowledged)).toEqual([]);
  expect(await runVizitka(profile, ['verify'])).toMatchObject({ code: 0, err: '' });
  expect(await desktop.close()).toBe(0);
});

test('a third crash within a minute ends it, and the window offers to start anew', async ({
  launch,
  profile,
}) => {
  await prepareBase(profile);
  const desktop = await launch();
  const { page } = desktop;
  const base = page.getByText('Lipová píla, s. r. o.').first();
  await expect(base).toBeVisible();
  for (const _crash of [1, 2]) {
    await killEngine(desktop);
    await expect.poll(() => desktop.enginePid().catch(() => null)).not.toBeNull();
    // A page that begins anew has its rows from nowhere but the new engine.
    await page.reload();
    await expect(base).toBeVisible();
  }
  await killEngine(desktop);
  const ended = page.getByText('Jadro Vizitky opakovane padá, preto sa ďalej nespúšťa.', { exact: false });
  await expect(ended).toBeVisible();

  const relaunched = desktop.evaluateMain(
    ({ app }) =>
      new Promise<boolean>((resolve) => {
        app.relaunch = () => resolve(true);
      }),
  );
  await page.getByRole('button', { name: 'Spustiť Vizitku znova' }).click();
  expect(await relaunched).toBe(true);
  expect(await desktop.ended).toBe(0);
  expect(await runVizitka(profile, ['verify'])).toMatchObject({ code: 0 });
});

/** Waits until it is gone: the next one must not be taken for it. */
async function killEngine(desktop: Desktop): Promise<void> {
  const pid = await desktop.enginePid();
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => desktop.enginePid().catch(() => null)).not.toBe(pid);
}
