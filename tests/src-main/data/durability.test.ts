import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../../helpers/folder.ts';
import { builtFile } from '../../../scripts/build-engine.mjs';
import { traceNode } from '../../helpers/trace.ts';

const commitOften = fileURLToPath(new URL('../../helpers/commit-often.ts', import.meta.url));
const vizitka = fileURLToPath(new URL('../../../bin/vizitka.mjs', import.meta.url));

function syncs(commits: number): number {
  const calls = traceNode('fsync,fdatasync', [commitOften, makeFolder(), String(commits)]);
  return calls.filter((line) => /\b(fsync|fdatasync)\(/.test(line)).length;
}

test('every commit reaches the disk: as many more syncs as commits', () => {
  expect(syncs(50) - syncs(0)).toBeGreaterThanOrEqual(50);
}, 60_000);

describe('nothing in clear', () => {
  /** Unlikely to stand anywhere by chance. */
  const SECRET = 'Kvapkáčová';

  test('is written outside the profile, nor inside it', async () => {
    // What is built once for all profiles is not written by the commands that are traced.
    builtFile('src-main/shell-cli/main.ts');
    const profile = join(makeFolder(), 'profile');
    const file = join(makeFolder(), 'zoznam.csv');
    const rows = Array.from({ length: 3000 }, (_, i) => `Ján;${SECRET}${i};Firma ${i};ja${i}@firma.sk`);
    writeFileSync(file, `Meno;Priezvisko;Firma;E-mail\n${rows.join('\n')}\n`);
    const run = (...args: string[]) => opened([vizitka, '--profile', profile, ...args], profile);
    expect(run('import', file)).toEqual([]);
    expect(run('search', SECRET)).toEqual([]);
    expect(run('call', 'clients.list', '{"filter":{},"sort":"town"}')).toEqual([]);
    expect(run('call', 'clients.facets', '{"filter":{}}')).toEqual([]);
    for (const path of filesUnder(profile)) {
      const bytes = readFileSync(path);
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(SECRET, encoding)), `${path} in ${encoding}`).toBe(false);
    }
  }, 120_000);
});

/** Files outside the profile that were opened for writing; devices do not count. */
function opened(args: string[], profile: string): string[] {
  const writing = /open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", [^)"]*O_(?:WRONLY|RDWR)/;
  const paths = traceNode('open,openat,creat', args)
    .map((line) => writing.exec(line)?.[1])
    .filter((path) => path !== undefined);
  expect(paths, 'the trace sees what the profile itself writes').toContain(join(profile, 'vizitka.db'));
  return [...new Set(paths)].filter(
    (path) => !path.startsWith(profile) && !path.startsWith('/dev/') && !path.startsWith('/proc/'),
  );
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}
