/** A calendar of another program comes in, moves what it moved, and our meetings go out to it. */
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { prepareBase } from './prepare-base.ts';
import { callProcedure } from './vizitka-process.ts';

const DAY = 86_400_000;

/** In so many days at nine, as iCalendar writes it. */
function at(days: number, hour: number): string {
  const day = new Date(Date.now() + days * DAY).toISOString().slice(0, 10).replaceAll('-', '');
  return `${day}T${String(hour).padStart(2, '0')}0000`;
}

const calendarFile = (days: number): string => `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Iný kalendár//SK
BEGIN:VEVENT
UID:rokovanie@iny-kalendar.example
SUMMARY:Rokovanie – Lipová píla
LOCATION:Martin\\, píla
DTSTART;TZID=Europe/Bratislava:${at(days, 9)}
DTEND;TZID=Europe/Bratislava:${at(days, 10)}
END:VEVENT
BEGIN:VEVENT
UID:zubar@iny-kalendar.example
SUMMARY:Zubár
DTSTART;TZID=Europe/Bratislava:${at(3, 7)}
DTEND;TZID=Europe/Bratislava:${at(3, 8)}
END:VEVENT
BEGIN:VEVENT
UID:rozbita@iny-kalendar.example
DTSTART:zajtra
END:VEVENT
END:VCALENDAR`;

interface Meeting {
  id: string;
  title: string | null;
  startsAt: number;
}
const meetings = async (profile: string): Promise<Meeting[]> =>
  (await callProcedure<{ rows: Meeting[] }>(profile, 'meetingPlans.list', { filter: {} })).rows;

async function choose(page: Page, days: number): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Vybrať súbor kalendára…' }).click();
  const buffer = Buffer.from(calendarFile(days));
  await (await chooser).setFiles({ name: 'môj kalendár.ics', mimeType: 'text/calendar', buffer });
}

test('appointments of another calendar become meetings, follow it, and go back to it', async ({
  page,
  profile,
  start,
  watch,
}) => {
  await prepareBase(profile);
  const server = await start();
  await page.goto(server.address);
  await page.goto(new URL('/calendar', server.address).href);
  await choose(page, 2);
  await expect(page.getByText('2 udalosti v súbore môj kalendár.ics.')).toBeVisible();
  await expect(page.getByText('1 udalosť je v súbore poškodená')).toBeVisible();
  const row = page.getByRole('row', { name: /Rokovanie – Lipová píla/ });
  await expect(row.getByRole('combobox', { name: 'Klient' })).toHaveValue('Lipová píla, s. r. o.');
  await expect(row.getByRole('combobox', { name: 'Typ stretnutia' })).toHaveValue('rokovanie');
  await expect(page.getByRole('checkbox', { name: 'Prevziať: Zubár' })).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Prevziať 1 stretnutie' }).click();
  await expect(row).toHaveCount(0);
  expect(await meetings(profile)).toMatchObject([{ title: 'Rokovanie – Lipová píla' }]);

  await choose(page, 5);
  await expect(row.getByRole('link')).toHaveText('Je medzi stretnutiami, v kalendári má nový čas');
  const [before] = await meetings(profile);
  await page.getByRole('button', { name: 'Prevziať 1 stretnutie' }).click();
  await expect(row).toHaveCount(0);
  const [after] = await meetings(profile);
  expect((after?.startsAt ?? 0) - (before?.startsAt ?? 0)).toBeGreaterThan(2.9 * DAY);

  // The meeting invites: who has no e-mail is said, and whose answer is wanted is asked once.
  await page.goto(new URL(`/meetings/${after?.id}`, server.address).href);
  await page.getByRole('button', { name: 'Ďalšie úkony so stretnutím' }).click();
  await page.getByRole('menuitem', { name: 'Pozvánka…' }).click();
  await expect(page.getByText('Nikto z účastníkov za klienta nemá e-mail.')).toBeVisible();
  await expectAccessible(page, { within: '[role=dialog]' });
  await page.getByRole('textbox', { name: 'Váš e-mail' }).fill('zuzana@firma.example');
  const invitation = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Uložiť pozvánku' }).click();
  expect(fs.readFileSync(await (await invitation).path(), 'utf8')).toContain('mailto:zuzana@firma.example');

  await page.goto(new URL('/calendar', server.address).href);
  const download = page.waitForEvent('download');
  await page.getByText('31 dní').click();
  await page.getByRole('button', { name: 'Uložiť súbor .ics' }).click();
  const text = fs.readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain('UID:rokovanie@iny-kalendar.example');
  expect(text).toContain('LOCATION:Martin\\, píla');
  expect(watch.errors).toEqual([]);
});
