/** A colleague stands in: the clients are handed over, the pack is printed, he sees them while it lasts. */
import { randomUUID } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { expectAccessible } from '../accessible.ts';
import { prepareBase } from '../prepare-base.ts';
import { callProcedure } from '../vizitka-process.ts';
import { exchange, expect, openTwo, test } from './firm.ts';

const PROMISE = 'Poslať vzorky šľachtených dosiek';

test('clients are handed over for a week, the stand-in sees them in his day, and no longer when it ends', async ({
  firm,
}) => {
  test.setTimeout(240_000);
  let client = '';
  const [zuzana, peter] = await openTwo(firm, async (profile) => {
    client = await prepareBase(profile);
  });
  await callProcedure(zuzana.profile, 'promises.create', {
    id: randomUUID(),
    values: { client, side: 'ours', text: PROMISE, dueOn: '2026-01-05', promisedAt: Date.now() },
  });
  await callProcedure(zuzana.profile, 'sync.changeWorkspace', { clientScope: 'owner' });
  for (const desk of [zuzana, peter]) await exchange(desk);
  await peter.go('/clients');
  await expect(peter.page.getByText('Lipová píla, s. r. o.')).toHaveCount(0);

  await test.step('chosen with the keyboard: who, until when, with whom', async () => {
    const { page } = zuzana;
    await zuzana.go('/handover');
    await expect(page.getByRole('heading', { name: 'Zatiaľ nikto nikoho nezastupuje' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'Kto zastupuje' }).click();
    await page.getByRole('option', { name: 'Peter Horváth' }).click();
    await expect(page.getByRole('option', { name: 'Zuzana Kováčová' })).toHaveCount(0);
    const end = page.getByRole('textbox', { name: 'Do' });
    await end.fill(inDays(7));
    await end.press('Tab');
    const choice = page.getByRole('checkbox', { name: /^Lipová píla/ });
    await expect(choice).toBeChecked();
    await expect(page.getByText('1 prísľub')).toBeVisible();
    await page.getByRole('textbox', { name: 'Odkaz pre zastupujúceho' }).fill('Vzorky sú v sklade.');
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Zastupuje: Peter Horváth' })).toBeVisible();
    await expect(page.getByRole('link', { name: PROMISE })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('on paper the same, without the buttons', async () => {
    const bytes = await zuzana.page.pdf({ preferCSSPageSize: true, printBackground: true });
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const { text } = await extractText(document, { mergePages: true });
    const words = text.replace(/\s+/g, ' ');
    for (const one of ['Zastupuje: Peter Horváth', 'Lipová píla, s. r. o.', PROMISE, 'Vzorky sú v sklade.'])
      expect(words).toContain(one);
    expect(words).not.toContain('Ukončiť teraz');
  });

  await test.step('the stand-in sees the client, for whom, and what is late', async () => {
    for (const desk of [zuzana, peter]) await exchange(desk);
    const { page } = peter;
    await peter.go('/day');
    await expect(page.getByRole('link', { name: new RegExp(PROMISE) })).toContainText('za: Zuzana Kováčová');
    await peter.go(`/clients/${client}`);
    await page.getByRole('link', { name: /zastupujete: Zuzana Kováčová/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Zastupujete: Zuzana Kováčová' })).toBeVisible();
    await expect(page.getByText('Vzorky sú v sklade.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ukončiť teraz' })).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('it ends, and the client leaves', async () => {
    await zuzana.go('/handover');
    await zuzana.page.getByRole('link', { name: /Zastupuje: Peter Horváth/ }).click();
    await zuzana.page.getByRole('button', { name: 'Ukončiť teraz' }).click();
    await expect(zuzana.page.getByRole('region', { name: 'Skončené' })).toBeVisible();
    for (const desk of [zuzana, peter]) await exchange(desk);
    await peter.go(`/clients/${client}`);
    await expect(peter.page.getByText('Tento klient tu už nie je')).toBeVisible();
  });

  await test.step('two more, one right after the other, are two', async () => {
    const { page } = zuzana;
    for (const note of ['Prvé', 'Druhé']) {
      await page.getByRole('link', { name: 'Zastupovanie' }).click();
      await page.keyboard.press('a');
      await expect(page.getByText('Pokračujete v tom')).toHaveCount(0);
      await page.getByRole('combobox', { name: 'Kto zastupuje' }).click();
      await page.getByRole('option', { name: 'Peter Horváth' }).click();
      const end = page.getByRole('textbox', { name: 'Do' });
      await end.fill(inDays(20));
      await end.press('Tab');
      await expect(page.getByRole('checkbox', { name: /^Lipová píla/ })).toBeChecked();
      await page.getByRole('textbox', { name: 'Odkaz pre zastupujúceho' }).fill(note);
      await page.getByRole('button', { name: 'Odovzdať', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Zastupuje: Peter Horváth' })).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Odkaz pre zastupujúceho' })).toHaveValue(note);
    }
    const handovers = await callProcedure<unknown[]>(zuzana.profile, 'handovers.list', {});
    expect(handovers).toHaveLength(3);
    expect(await callProcedure(zuzana.profile, 'drafts.list', {})).toEqual([]);
  });
});

/** As people here write it. */
function inDays(count: number): string {
  const day = new Date(Date.now() + count * 86_400_000);
  return `${day.getDate()}. ${day.getMonth() + 1}. ${day.getFullYear()}`;
}
