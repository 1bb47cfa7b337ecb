/** A meeting prepared on one laptop and held with the brief on another: the next brief on the first one knows of it. */
import type { BriefIds } from '../../helpers/brief-base.ts';
import { prepareBrief } from '../prepare-brief.ts';
import { attachFiles, expectPicture, picture } from '../picture.ts';
import { type Desk, exchange, expect, openTwo, test } from './firm.ts';

const box = ({ page }: Desk, text: string) => page.getByRole('checkbox', { name: `Splnené: ${text}` });

test("a colleague holds the meeting with the same brief, and what he promised is in the owner's next one", async ({
  firm,
}) => {
  test.setTimeout(180_000);
  let ids: BriefIds = { client: '', meeting: '' };
  const [zuzana, peter] = await openTwo(firm, async (profile) => {
    ids = prepareBrief(profile, 'usual');
  });

  await peter.go(`/meetings/${ids.meeting}/brief`);
  await expect(box(peter, 'Poslať vzorky lepených dosiek')).toBeVisible();
  await expect(peter.page.getByText('Cena +3 %, splatnosť 60 dní')).toBeVisible();
  await peter.page.getByRole('button', { name: 'Zapísať návštevu' }).click();
  const form = peter.page.getByTestId('composer-form');
  await expect(form.getByRole('textbox', { name: 'Miesto' })).toHaveValue('Ľubochňa, sídlo firmy');
  await form.getByRole('textbox', { name: 'Čo sa dialo' }).fill('Dohodli sme plus 4 %.');
  await form.getByRole('textbox', { name: 'Prísľub' }).fill('Návrh dodatku k zmluve');
  await attachFiles(form, { name: 'sklad.png', mimeType: 'image/png', buffer: picture(60, 130, 140) });
  await expect(form.getByText('sklad.png')).toBeVisible();
  await form.getByRole('textbox', { name: 'Čo sa dialo' }).press('Control+Enter');
  await expect(form).toHaveCount(0);
  await box(peter, 'Poslať vzorky lepených dosiek').click();
  await expect(box(peter, 'Poslať vzorky lepených dosiek')).toHaveCount(0);

  for (const desk of [peter, zuzana]) await exchange(desk);
  await zuzana.go(`/clients/${ids.client}/brief`);
  await expect(box(zuzana, 'Návrh dodatku k zmluve')).toBeVisible();
  await expect(box(zuzana, 'Poslať vzorky lepených dosiek')).toHaveCount(0);
  await expect(zuzana.page.getByRole('heading', { name: /^Od posledného stretnutia/ })).toBeVisible();
  // The photo of the visit comes by itself.
  await zuzana.go(`/clients/${ids.client}`);
  const entry = zuzana.page.getByTestId('timeline-entry').filter({ hasText: 'Dohodli sme plus 4 %.' });
  await expectPicture(entry.locator('img'));
  // Of the same meeting it is news what he wrote, and that the promise was kept.
  await zuzana.go(`/meetings/${ids.meeting}/brief`);
  await expect(zuzana.page.getByText('Dohodli sme plus 4 %.')).toBeVisible();
  await expect(zuzana.page.getByText(/náš prísľub · splnený/)).toBeVisible();
});
