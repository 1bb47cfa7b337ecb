/** The first start as a person in Slovakia goes through it. */
import { expect, type Page } from '@playwright/test';

export async function beginInSlovak(
  page: Page,
  way: 'Načítať zoznam klientov' | 'Začať s prázdnou databázou',
) {
  await expect(page.getByRole('heading', { name: 'Vitajte vo Vizitke' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Krajina, v ktorej pracujete' }).fill('slovensko');
  await page.getByRole('option', { name: 'Slovensko' }).click();
  await page.getByRole('textbox', { name: 'Vaše meno' }).fill('Zuzana Kováčová');
  await page.getByRole('button', { name: way }).click();
}
