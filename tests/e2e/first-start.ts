/** The first start as a person in Slovakia goes through it; the recovery code is put off, or kept and given back. */
import { expect, type Page } from '@playwright/test';

export async function beginInSlovak(
  page: Page,
  way: 'Načítať zoznam klientov' | 'Pripojiť sa k firme' | 'Začať s prázdnou databázou',
  code: 'kept' | null = null,
): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Vitajte vo Vizitke' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Krajina, v ktorej pracujete' }).fill('slovensko');
  await page.getByRole('option', { name: 'Slovensko' }).click();
  await page.getByRole('textbox', { name: 'Vaše meno' }).fill('Zuzana Kováčová');
  await page.getByRole('button', { name: way }).click();
  await expect(page.getByRole('heading', { name: 'Záchranný kód' })).toBeVisible();
  if (!code) {
    await page.getByRole('button', { name: 'Neskôr' }).click();
    return '';
  }
  return keepCode(page);
}

/** Keeps the code that is shown: reads it, and proves it by the group that is asked for. `then` is what follows. */
export async function keepCode(page: Page, then = 'Záchranný kód platí.'): Promise<string> {
  const shown = page.getByRole('list', { name: 'Váš záchranný kód' }).getByRole('listitem');
  await expect(shown).toHaveCount(6);
  const groups = (await shown.allInnerTexts()).map((text) => text.trim().slice(-5));
  await page.getByRole('button', { name: 'Mám ho odložený' }).click();
  await expect(shown).toHaveCount(0);
  const field = page.getByRole('textbox', { name: /skupinu z odloženého kódu/ });
  await expect(field).toBeFocused();
  await field.fill(groups[await groupAsked(page)] ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByText(then, { exact: true })).toBeVisible();
  return groups.join('-');
}

/** Counted from zero. */
export async function groupAsked(page: Page): Promise<number> {
  const label = await page
    .getByText(/Napíšte \d\. skupinu/)
    .first()
    .innerText();
  return Number(/(\d)\./.exec(label)?.[1]) - 1;
}
