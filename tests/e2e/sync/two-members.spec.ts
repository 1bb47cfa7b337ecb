/** Two members of a firm, one server: invited, apart for a while, the same notice period changed by both, and agreed. */
import { expectAccessible } from '../accessible.ts';
import { prepareBase } from '../prepare-base.ts';
import { callProcedure } from '../vizitka-process.ts';
import {
  ADMIN,
  choosePassword,
  type Desk,
  exchange,
  expect,
  joinWhenAsked,
  REP,
  signIn,
  stayOffline,
  test,
} from './firm.ts';

const CONTRACT = '0198c0de-0000-7000-8000-0000000000c1';
const TITLE = 'Rámcová zmluva';
const months = ({ page }: Desk) => page.getByRole('textbox', { name: 'Výpovedná lehota v mesiacoch' });

test('invited, both offline, both edit one notice period, both online, settled at the desk, both agree', async ({
  firm,
}) => {
  test.setTimeout(600_000);
  const zuzana = await firm.open('Zuzana Kováčová', prepareContract);
  const peter = await firm.open('Peter Horváth');

  await test.step('the first administrator signs in; the base that was here joins', async () => {
    await signIn(zuzana, firm.server.adminInvitation, firm.server.url, ADMIN);
    await joinWhenAsked(zuzana);
    await exchange(zuzana);
    await expectAccessible(zuzana.page);
  });

  await test.step('a colleague is invited by a text, which is pasted whole', async () => {
    const { page } = zuzana;
    await page.getByRole('button', { name: 'Pozvať kolegu' }).click();
    await page.getByRole('textbox', { name: 'E-mail' }).fill(REP);
    await page.getByRole('button', { name: 'Vytvoriť pozvánku' }).click();
    await expectAccessible(page, { within: '[role=dialog]' });
    const text = await page.getByRole('textbox', { name: 'Text pozvánky' }).inputValue();
    await page.keyboard.press('Escape');

    await peter.go('/sync');
    await peter.page.evaluate((all) => navigator.clipboard.writeText(all), text);
    await peter.page.getByRole('textbox', { name: 'Pozvánka' }).focus();
    await peter.page.keyboard.press('Control+v');
    await expect(peter.page.getByRole('textbox', { name: 'Adresa servera' })).toHaveValue(firm.server.url);
    await expect(peter.page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(REP);
    await choosePassword(peter.page);
    await peter.page.getByRole('button', { name: 'Pripojiť sa' }).click();
    await joinWhenAsked(peter);
    await exchange(peter);
    await peter.go(`/contracts/${CONTRACT}`);
    await expect(months(peter)).toHaveValue('3');
  });

  await test.step('both offline, both change the same', async () => {
    await stayOffline(zuzana, true);
    await stayOffline(peter, true);
    await change(zuzana, '6');
    await change(peter, '2');
  });

  await test.step('both online: the later one stands, the other one waits at the desk', async () => {
    for (const desk of [zuzana, peter]) await stayOffline(desk, false);
    for (const desk of [zuzana, peter, zuzana]) await exchange(desk);
    await zuzana.go(`/contracts/${CONTRACT}`);
    await expect(months(zuzana)).toHaveValue('2');
    await zuzana.page.getByRole('link', { name: 'Rozpor', exact: true }).click();
    const card = zuzana.page.getByRole('article', { name: TITLE });
    await expect(card.getByRole('group', { name: 'Predtým' })).toContainText('3');
    await expect(card.getByRole('group', { name: 'Vy' })).toContainText('6');
    await expect(card.getByRole('group', { name: 'Peter Horváth' })).toContainText('2');
    await expectAccessible(zuzana.page);
    await card.getByRole('button', { name: 'Vrátiť toto' }).click();
    await expect(card).toHaveCount(0);
  });

  await test.step('both agree, on the screen and by their sums', async () => {
    for (const desk of [zuzana, peter]) {
      await exchange(desk);
      await desk.go(`/contracts/${CONTRACT}`);
      await expect(months(desk)).toHaveValue('6');
      await expect(desk.page.getByRole('link', { name: 'Rozpor', exact: true })).toHaveCount(0);
      await desk.go('/sync');
      await desk.page.getByRole('button', { name: 'Overiť teraz' }).click();
      await expect(desk.page.getByText('Overené: toto zariadenie a server majú to isté')).toBeVisible();
    }
  });
});

async function prepareContract(profile: string): Promise<void> {
  const client = await prepareBase(profile);
  await callProcedure(profile, 'contracts.create', {
    id: CONTRACT,
    values: {
      client,
      title: TITLE,
      status: 'inForce',
      startsOn: '2026-01-01',
      endsOn: '2027-12-31',
      noticeMonths: 3,
      renews: true,
    },
  });
}

async function change(desk: Desk, value: string): Promise<void> {
  await desk.go(`/contracts/${CONTRACT}`);
  await months(desk).fill(value);
  await months(desk).press('Enter');
  await expect(months(desk)).toHaveValue(value);
  await expect(desk.page.getByRole('contentinfo')).toContainText('neodoslané 1');
}
