/**
 * What an installer would lay down on Linux and Windows, packed as for a release but around a stub of Electron: the
 * right files and no others, the right native part, fuses, the archive's hash, licences.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectedFiles, nativeFile } from './expected-files.ts';
import { filesIn, pack, type Packing, type Processor, type System } from './pack.ts';
import { readNative } from './read-native.ts';

const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown };

const PROCESSORS: readonly Processor[] = ['x64', 'arm64'];

let packing: Packing;
beforeAll(async () => {
  packing = await pack({ linux: PROCESSORS, win32: PROCESSORS });
}, 120_000);
afterAll(() => packing.remove());

const cases = (['linux', 'win32'] as const).flatMap((system) =>
  PROCESSORS.map((processor) => ({ system, processor })),
);

function packedFor(system: System, processor: Processor) {
  const packed = packing.packed.find((one) => one.system === system && one.processor === processor);
  if (!packed) throw new Error(`nothing was packed for ${system} ${processor}`);
  return packed;
}

describe.each(cases)('$system $processor', ({ system, processor }) => {
  test('the archive holds what was built, the migrations and the database, and nothing else', () => {
    const { archive } = packedFor(system, processor);
    const files = listFiles(archive);
    expect(files).toEqual(expectedFiles(packing.built, system, processor));
    expect(files.filter((file) => /\.(tsx?|map|c|h|cpp|gyp|md)$|(^|\/)tests?\//.test(file))).toEqual([]);
  });

  test('outside the archive lies only the native part of this system and processor', () => {
    const { archive } = packedFor(system, processor);
    const outside = `${archive}.unpacked`;
    const native = nativeFile(system, processor);
    expect(filesIn('.', outside)).toEqual([native]);
    expect(readNative(fs.readFileSync(path.join(outside, native)))).toEqual({ system, processor });
    const unpacked = listFiles(archive).filter(
      (file) => 'unpacked' in statFile(archive, path.normalize(file)),
    );
    expect(unpacked).toEqual([native]);
  });

  test('of the fuses only those that protect are on', async () => {
    const wire = await getCurrentFuseWire(packedFor(system, processor).program);
    const on = Object.values(FuseV1Options).filter(
      (fuse): fuse is FuseV1Options => typeof fuse === 'number' && wire[fuse] === FuseState.ENABLE,
    );
    expect(on.map((fuse) => FuseV1Options[fuse])).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
      'WasmTrapHandlers',
    ]);
  });

  test('the manifest holds what the program needs, and it fits', () => {
    const { archive } = packedFor(system, processor);
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>;
    const said = Object.keys(manifest).filter((key) => manifest[key] !== null);
    expect(said.toSorted()).toEqual([
      'author',
      'dependencies',
      'description',
      'homepage',
      'license',
      'main',
      'name',
      'private',
      'type',
      'version',
    ]);
    expect(Object.keys(manifest['dependencies'] as object)).toEqual(['better-sqlite3']);
    expect(listFiles(archive)).toContain(manifest['main']);
  });

  test('the licences of Electron, of Vizitka and of each part go with it', () => {
    const { folder, archive } = packedFor(system, processor);
    const beside = filesIn('.', folder).filter(
      (file) => /licen/i.test(file) && !file.includes('node_modules'),
    );
    expect(beside.toSorted()).toEqual([
      'LICENSE.electron.txt',
      'LICENSES.chromium.html',
      'resources/LICENSE.vizitka.txt',
    ]);
    const parts = JSON.parse(
      extractFile(archive, path.join('out', 'renderer', 'licences.json')).toString(),
    ) as {
      name: string;
      text: string;
    }[];
    const named = new Set(parts.map(({ name }) => name));
    expect(bundledPackages(listFiles(archive)).filter((name) => !named.has(name))).toEqual([]);
    for (const name of [
      'better-sqlite3-multiple-ciphers',
      'SQLite',
      'react',
      '@fontsource-variable/inter',
      'electron',
    ])
      expect(named).toContain(name);
    expect(parts.filter(({ text }) => text.length < 100)).toEqual([]);
  });

  test('of the texts of Chromium those in Slovak and English', () => {
    const locales = fs.readdirSync(path.join(packedFor(system, processor).folder, 'locales'));
    expect(locales.toSorted()).toEqual(['en-US.pak', 'sk.pak']);
  });
});

test.each(PROCESSORS)('the program of Windows %s names the hash of its archive', (processor) => {
  const { program, archive } = packedFor('win32', processor);
  const hash = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
  const entry = /\[\{"file":"resources\\\\app\.asar","alg":"SHA256","value":"([0-9a-f]{64})"\}\]/i.exec(
    fs.readFileSync(program, 'latin1'),
  );
  expect(entry?.[1]).toBe(hash);
});

test('Windows installs for one person without an administrator, and uninstalling leaves the profile', () => {
  const { nsis } = load(fs.readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8')) as {
    nsis: Record<string, unknown>;
  };
  expect(nsis).toMatchObject({ perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false });
  // Own steps of an installer could delete what the settings above leave.
  expect(Object.keys(nsis).filter((key) => ['include', 'script'].includes(key))).toEqual([]);
});

test('the window is built for production', () => {
  const { archive } = packedFor('linux', 'x64');
  const scripts = listFiles(archive).filter((file) => /^out\/renderer\/.+\.js$/.test(file));
  expect(scripts).not.toEqual([]);
  // React says this only to its developers.
  const talkative = scripts.filter((file) =>
    extractFile(archive, path.normalize(file)).includes('should have a unique'),
  );
  expect(talkative).toEqual([]);
});

test('sizes, for whoever reads the result', () => {
  const sizes = cases.map(({ system, processor }) => {
    const { archive } = packedFor(system, processor);
    const native = fs.statSync(path.join(`${archive}.unpacked`, nativeFile(system, processor))).size;
    return { system, processor, archive: fs.statSync(archive).size, native };
  });
  for (const { system, processor, archive, native } of sizes)
    process.stdout.write(`${system} ${processor}: app.asar ${mb(archive)}, native part ${mb(native)}\n`);
  // 5.5 MB were measured; ten would mean that something came in with the rest.
  expect(Math.max(...sizes.map(({ archive }) => archive))).toBeLessThan(10_000_000);
});

const mb = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Without folders; paths with forward slashes, in order. */
function listFiles(archive: string): string[] {
  return listPackage(archive, { isPack: false })
    .filter((entry) => !('files' in statFile(archive, entry.slice(1))))
    .map((entry) => entry.slice(1).replaceAll(path.sep, '/'))
    .toSorted();
}

/** The packages whose modules stand in out/main/packages: known from the archive itself. */
function bundledPackages(files: string[]): string[] {
  const names = files.flatMap((file) => /^out\/main\/packages\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  return [...new Set(names)];
}
