/** A change that the server refuses: its values are copied, it is sent again once it may be, and another one is let go. */
import { expectAccessible } from '../accessible.ts';
import { prepareBase } from '../prepare-base.ts';
import { callProcedure } from '../vizitka-process.ts';
import { type Desk, exchange, expect, openTwo, stayOffline, test } from './firm.ts';

test('a client that one no longer sees: the edit waits, is sent again when access is back, the next one is let go', async ({
  firm,
}) => {
  test.setTimeout(600_000);
  let client = '';
  const [zuzana, peter] = await openTwo(firm, async (profile) => {
    client = await prepareBase(profile);
  });
  const { page } = peter;
  const setAside = page.getByRole('region', { name: 'Odložené zmeny' });
  const segmentAt = async ({ profile }: Desk) => {
    const desk = await callProcedure<{ client: { segment: string | null } }>(profile, 'clients.desk', {
      id: client,
    });
    return desk.client.segment;
  };
  /** Peter writes without a network while he loses the client. */
  const writeTooLate = async (segment: string) => {
    await stayOffline(peter, true);
    await callProcedure(peter.profile, 'clients.edit', { id: client, values: { segment } });
    await callProcedure(zuzana.profile, 'sync.changeWorkspace', { clientScope: 'owner' });
    await stayOffline(peter, false);
    await exchange(peter);
    // The client has left with its name.
    await expect(setAside).toContainText('Záznam, ktorý tu už nie je');
    await expect(setAside).toContainText(segment);
  };
  const giveAccess = async () => {
    await callProcedure(zuzana.profile, 'sync.changeWorkspace', { clientScope: 'workspace' });
    await exchange(peter);
  };

  await test.step('set aside with its reason; nothing can be sent again while the client is not here', async () => {
    await writeTooLate('nábytok');
    await expect(setAside).toContainText('Tento klient už nepatrí medzi tých, ktorých vidíte.');
    await expect(page.getByRole('link', { name: /Výmena údajov.*1 vec čaká na vás/ })).toBeVisible();
    await expectAccessible(page);
    await setAside.getByRole('button', { name: 'Skúsiť znova' }).click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'Záznam medzitým niekto odstránil' }),
    ).toBeVisible();
    await expect(setAside).toContainText('nábytok');
  });

  await test.step('its values go to the clipboard', async () => {
    await setAside.getByRole('button', { name: 'Kopírovať hodnoty' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('nábytok');
  });

  await test.step('sent again, it reaches the colleague', async () => {
    await giveAccess();
    await expect(setAside.getByRole('link', { name: 'Lipová píla, s. r. o.' })).toBeVisible();
    await setAside.getByRole('button', { name: 'Skúsiť znova' }).click();
    await expect(setAside).toHaveCount(0);
    for (const desk of [peter, zuzana]) await exchange(desk);
    expect(await segmentAt(zuzana)).toBe('nábytok');
  });

  await test.step('let go only after a second word, and for good', async () => {
    await writeTooLate('podlahy');
    await setAside.getByRole('button', { name: 'Zahodiť…' }).click();
    await setAside.getByRole('button', { name: 'Ponechať' }).click();
    await expect(setAside).toContainText('podlahy');
    await setAside.getByRole('button', { name: 'Zahodiť…' }).click();
    await expectAccessible(page);
    await setAside.getByRole('button', { name: 'Zahodiť natrvalo' }).click();
    await expect(setAside).toHaveCount(0);
    await giveAccess();
    for (const desk of [peter, zuzana]) expect(await segmentAt(desk)).toBe('nábytok');
  });
});
