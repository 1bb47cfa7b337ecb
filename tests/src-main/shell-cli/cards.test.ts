/** Cards on the command line: in, out, and what is said of a file that is none. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../helpers/folder.ts';
import { runVizitka } from '../../helpers/processes.ts';

const phone = path.resolve(import.meta.dirname, '../../fixtures/vcard-ezvcard/John_Doe_IPHONE.vcf');

test('a file of cards is imported and comes out in both versions; read again it adds nothing', async () => {
  const folder = makeFolder();
  const profile = path.join(folder, 'base');
  const run = (...args: string[]) => runVizitka(['--profile', profile, ...args]);
  const first = await run('--json', 'import', phone);
  expect(first.code).toBe(0);
  expect(JSON.parse(first.out)).toMatchObject({
    rows: 1,
    created: { clients: 1, contacts: 1, positions: 1 },
  });
  for (const [format, version] of [
    ['vcard30', '3.0'],
    ['vcard40', '4.0'],
  ] as const) {
    const file = path.join(folder, `${format}.vcf`);
    expect(await run('export', 'contacts', '--format', format, '--out', file)).toMatchObject({ code: 0 });
    expect(fs.readFileSync(file, 'utf8')).toContain(`BEGIN:VCARD\r\nVERSION:${version}\r\n`);
    const again = JSON.parse((await run('--json', 'import', file)).out) as object;
    expect(again).toMatchObject({ rows: 1, created: { clients: 0, contacts: 0, positions: 0 }, filled: 0 });
  }
});

test('what a refused file looks like is said in words', async () => {
  const folder = makeFolder();
  const file = path.join(folder, 'kontakty.vcf');
  fs.writeFileSync(file, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]));
  const english = await runVizitka(['--profile', path.join(folder, 'base'), 'import', file]);
  expect(english.code).toBe(1);
  expect(english.err).toContain('This is neither a table nor cards but a JPEG photo.');
  const slovak = await runVizitka(['--profile', path.join(folder, 'sk'), 'import', file], 'sk_SK.UTF-8');
  expect(slovak.err).toContain('ale fotografia JPEG.');
});
