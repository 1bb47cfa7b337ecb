/** What the specs of the desktop do with a base: one field of one client, and what the base holds in the end. */
import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { callProcedure } from '../vizitka-process.ts';

/** The field of notes of a client. */
export async function openNotes(page: Page, client: string): Promise<Locator> {
  await page.goto(new URL(`/clients/${client}`, page.url()).href);
  await page.getByRole('tab', { name: 'Údaje' }).click();
  return page.getByRole('textbox', { name: 'Poznámky', exact: true });
}

/** Which of the clients are not in the base. */
export async function missingOf(profile: string, ids: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (let offset = 0, total = 1; offset < total; offset += 500) {
    const page = await callProcedure<{ total: number; rows: { id: string }[] }>(profile, 'clients.list', {
      filter: {},
      offset,
      limit: 500,
    });
    total = page.total;
    for (const { id } of page.rows) found.add(id);
  }
  return ids.filter((id) => !found.has(id));
}

/** Files of a folder that hold the text in clear. */
export function filesWith(folder: string, text: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = fs.readFileSync(file);
      return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));
    });
}
