/** A newcomer begins with his invitation, a person asks to be forgotten, and a laptop is ended from another one. */
import { expectAccessible } from '../accessible.ts';
import { beginInSlovak } from '../first-start.ts';
import { callProcedure } from '../vizitka-process.ts';
import { ADMIN, choosePassword, exchange, expect, joinWhenAsked, REP, signIn, test } from './firm.ts';

const [FIRM, PERSON, PLACE] = [1, 2, 3].map(
  (number) => `0198c0de-0000-7000-8000-${`${number}`.padStart(12, '0')}`,
);

const fill = async (profile: string) => {
  const values = { name: 'Lipová píla, s. r. o.', status: 'active' };
  await callProcedure(profile, 'clients.create', { id: FIRM, values });
  await callProcedure(profile, 'contacts.create', {
    id: PERSON,
    values: { firstName: 'Jozef', lastName: 'Zabudnutý' },
    position: { id: PLACE, values: { client: FIRM, contact: PERSON, jobTitle: 'Vedúci' } },
  });
};

test('from an invitation to an ended laptop; in between a person is erased everywhere', async ({
  firm,
  page,
  profile,
  start,
}) => {
  test.setTimeout(600_000);
  const zuzana = await firm.open('Zuzana Kováčová', fill);
  await signIn(zuzana, firm.server.adminInvitation, firm.server.url, ADMIN);
  await joinWhenAsked(zuzana);
  await exchange(zuzana);
  const input = { email: REP, role: 'rep', team: null, territories: [] };
  const { invitation } = await callProcedure<{ invitation: string }>(zuzana.profile, 'sync.invite', input);

  await test.step('the first start leads a newcomer to his firm', async () => {
    await page.goto((await start()).address);
    await beginInSlovak(page, 'Pripojiť sa k firme');
    await page.getByRole('textbox', { name: 'Pozvánka' }).fill(invitation);
    await page.getByRole('textbox', { name: 'Adresa servera' }).fill(firm.server.url);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(REP);
    await choosePassword(page);
    await page.getByRole('button', { name: 'Pripojiť sa' }).click();
    await expect(page.getByRole('contentinfo')).toContainText('1 kontaktná osoba');
  });

  await test.step('a person is erased by an administrator, after the name was typed', async () => {
    await zuzana.go(`/contacts/${PERSON}`);
    await zuzana.page.getByRole('button', { name: 'Čo s osobou' }).click();
    await zuzana.page.getByRole('menuitem', { name: 'Vymazať osobné údaje…' }).click();
    const erase = zuzana.page.getByRole('button', { name: 'Vymazať navždy' });
    await expect(erase).toBeDisabled();
    await expectAccessible(zuzana.page);
    await zuzana.page.getByRole('textbox', { name: /napíšte priezvisko/ }).fill('Zabudnutý');
    await erase.click();
    await expect(zuzana.page.getByText('Osobné údaje sú vymazané.')).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('0 kontaktných osôb');
    await expect(page.getByRole('contentinfo')).toContainText('1 klient');
  });

  await test.step('an ended laptop has nothing of the firm any more and says why', async () => {
    const devices = await callProcedure<{ id: string; own: boolean }[]>(zuzana.profile, 'sync.devices');
    const device = devices.find(({ own }) => !own)?.id;
    await callProcedure(zuzana.profile, 'sync.revokeDevice', { device });
    await callProcedure(profile, 'sync.now');
    await expect(page.getByText('Toto zariadenie je odhlásené.')).toBeVisible();
    await expect(page.getByText(/Údaje firmy sa z neho odstránili/)).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('0 klientov');
    await expect(page.getByRole('heading', { name: 'Prihlásiť sa znova' })).toBeVisible();
    await expectAccessible(page);
  });
});
