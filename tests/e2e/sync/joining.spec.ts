/** A base that is not empty meets the firm's: what will become of each client is said first, and can be left. */
import { expectAccessible } from '../accessible.ts';
import { callProcedure } from '../vizitka-process.ts';
import { ADMIN, exchange, expect, joinWhenAsked, REP, signIn, test } from './firm.ts';

const id = (number: number) => `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** The same firm by its IČO, the same with another status, one that may be the same, and one of one's own. */
const OFFICE = [
  { name: 'Lipová píla, s. r. o.', ico: '50005448', status: 'active' },
  { name: 'Kováč a syn, a. s.', ico: '31333532', status: 'active' },
  { name: 'Drevomax', status: 'prospect' },
];
const LAPTOP = [
  { name: 'Lipová píla, s. r. o.', ico: '50005448', status: 'active' },
  { name: 'Kováč a syn, a. s.', ico: '31333532', status: 'former' },
  { name: 'Drevomax, s. r. o.', status: 'prospect' },
  { name: 'Moja vlastná, s. r. o.', status: 'prospect' },
];

const fill = (from: number, clients: readonly object[]) => async (profile: string) => {
  for (const [at, values] of clients.entries())
    await callProcedure(profile, 'clients.create', { id: id(from + at), values });
};

test('the plan in words, left as it was, then joined: one client each, what differs at the desk', async ({
  firm,
}) => {
  test.setTimeout(600_000);
  const zuzana = await firm.open('Zuzana Kováčová', fill(100, OFFICE));
  await signIn(zuzana, firm.server.adminInvitation, firm.server.url, ADMIN);
  await joinWhenAsked(zuzana);
  await exchange(zuzana);
  const input = { email: REP, role: 'rep', team: null, territories: [] };
  const { invitation } = await callProcedure<{ invitation: string }>(zuzana.profile, 'sync.invite', input);

  const peter = await firm.open('Peter Horváth', fill(200, LAPTOP));
  const { page } = peter;
  await signIn(peter, invitation, firm.server.url, REP);
  const plan = page.getByRole('region', { name: 'Dve databázy sa spoja' });
  await expect(plan).toContainText('Na serveri: 3 klienti');
  await expect(plan).toContainText('1 klient je v oboch rovnaký');
  await expect(plan).toContainText('1 klient je v oboch, ale s inými údajmi');
  await expect(plan).toContainText('1 klient je len u vás');
  await expect(page.getByRole('contentinfo')).toContainText('čaká na pripojenie');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Zrušiť', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Pripojiť sa k firme' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('4 klienti');

  await test.step('a member by now, he signs in with his password', async () => {
    await page.getByText('Už mám účet').click();
    await page.getByRole('textbox', { name: 'Adresa servera' }).fill(firm.server.url);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(REP);
    await page.getByLabel('Heslo', { exact: true }).fill('dosť dlhé heslo');
    await page.getByRole('button', { name: 'Pripojiť sa' }).click();
    await joinWhenAsked(peter);
    await exchange(peter);
  });
  await peter.go('/sync/conflicts');
  await expect(page.getByRole('article').filter({ hasText: 'Kováč a syn, a. s. – Stav' })).toBeVisible();
  await exchange(zuzana);
  await expect(zuzana.page.getByRole('contentinfo')).toContainText('5 klientov');
});
