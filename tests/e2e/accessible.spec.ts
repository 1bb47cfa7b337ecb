/** The look with axe itself: it waits for a passage, and sees what stays. */
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

const PAGE = (style: string) =>
  `<html lang="sk"><title>Skúška</title><main><h1>Klienti</h1><p style="${style}">Stĺpce zoznamu</p></main></html>`;

test('text on its way in is judged when it is there', async ({ page }) => {
  await page.setContent(PAGE('opacity: 0; transition: opacity 4s linear'));
  const text = page.getByRole('paragraph');
  // As the library does it: transparent for a frame or two, then the passage.
  await text.evaluate((element) => {
    requestAnimationFrame(() => requestAnimationFrame(() => (element.style.opacity = '1')));
  });
  await expectAccessible(page);
  expect(await text.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
});

test('text that stays pale is found', async ({ page }) => {
  await page.setContent(PAGE('opacity: 0.5; color: #545b64'));
  await expect(expectAccessible(page)).rejects.toThrow('color-contrast');
});
