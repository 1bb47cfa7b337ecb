/** Files in and out where the base holds merged duplicates: a row that means the loser means the winner. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

let engine: TestEngine;
beforeEach(() => {
  engine = openTestEngine();
});
afterEach(() => engine.close());

async function importText(text: string) {
  const path = join(engine.folder, `${engine.base.newId()}.csv`);
  writeFileSync(path, text);
  for await (const event of await engine.client.exchange.run({ source: { path }, run: engine.base.newId() }))
    if (event.type === 'result') return event.result;
  throw new Error('the import gave no result');
}

async function exportText(what: 'clients' | 'contacts', format: 'csv' | 'vcard40'): Promise<string> {
  const pieces: Buffer[] = [];
  const events = await engine.client.exchange.export({
    export: { what, filter: {} },
    how: { format },
  });
  for await (const event of events)
    if (event.type === 'chunk') pieces.push(Buffer.from(event.chunk, 'base64'));
  return Buffer.concat(pieces).toString('utf8');
}

const TWICE = [
  'Meno;Priezvisko;Funkcia;Firma;IČO;E-mail',
  'Ján;Novák;nákupca;Píla Tatry;36421928;jan@pila.sk',
  'Ján;Novák ml.;riaditeľ;Tatranská píla;;',
  '',
].join('\n');

test('an import finds the winner by what the loser knows, and an export has each once', async () => {
  await importText(TWICE);
  const [first, second] = (await engine.client.clients.list({ filter: {} })).rows.toReversed();
  const [older, younger] = (await engine.client.contacts.list({ filter: {} })).rows;
  await engine.client.clients.merge({ id: first?.id ?? '', into: second?.id ?? '' });
  await engine.client.contacts.merge({ id: older?.id ?? '', into: younger?.id ?? '' });

  const again = await importText(TWICE);
  expect(again.created).toMatchObject({ clients: 0, contacts: 0 });
  expect((await engine.client.clients.list({ filter: {} })).total).toBe(1);

  const clients = (await exportText('clients', 'csv')).trim().split('\r\n');
  expect(clients).toHaveLength(2);
  expect((await engine.client.exchange.exportPlan({ export: { what: 'clients', filter: {} } })).count).toBe(
    1,
  );
  // both places of the one person, both at the one firm
  const people = (await exportText('contacts', 'csv')).trim().split('\r\n').slice(1);
  expect(people).toHaveLength(2);
  expect(people.every((line) => line.includes('Novák') && line.includes(second?.name ?? '?'))).toBe(true);
  expect(people.join('\n')).toMatch(/nákupca[^]*riaditeľ|riaditeľ[^]*nákupca/);
  const cards = await exportText('contacts', 'vcard40');
  expect(cards.match(/BEGIN:VCARD/g)).toHaveLength(1);
  expect(cards).toContain('nákupca');
  expect(cards).toContain('riaditeľ');
  expect(await engine.client.verify.run({})).toMatchObject({ clean: true, problems: [] });
});
