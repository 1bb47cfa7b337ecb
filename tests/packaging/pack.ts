/** Packs the built program as `npm run package` does, around a stub distribution. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { builtFile } from '../../scripts/build-engine.mjs';
import { ensureRenderer } from '../../scripts/build-renderer.mjs';
import { withFolderLock } from '../../scripts/folder-lock.mjs';
import { runBuilder } from '../../scripts/run-builder.mjs';
import { writeStubDistribution } from './stub-distribution.ts';

export const root = path.resolve(import.meta.dirname, '../..');

export type System = 'linux' | 'win32';
export type Processor = 'x64' | 'arm64';

export interface Packed {
  system: System;
  processor: Processor;
  /** What an installer would lay down. */
  folder: string;
  /** The executable that carries the fuses. */
  program: string;
  archive: string;
}

export interface Packing {
  packed: Packed[];
  /** Of `out`, as it was packed; paths from the root. */
  built: string[];
  remove(): void;
}

/** The build of a fresh clone is made first; while it is packed nobody builds it anew. */
export async function pack(systems: Partial<Record<System, readonly Processor[]>>): Promise<Packing> {
  ensureRenderer();
  builtFile('src-main/main.ts');
  const temporary = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-packaging-')));
  const packing: Packing = {
    packed: [],
    built: [],
    remove: () => fs.rmSync(temporary, { recursive: true, force: true }),
  };
  const wanted = Object.entries(systems) as [System, readonly Processor[]][];
  await withFolderLock(path.join(root, 'out'), async () => {
    packing.built = [...filesIn('out/main'), ...filesIn('out/preload'), ...filesIn('out/renderer')];
    const made = wanted.map(([system, processors]) => packSystem(temporary, system, processors));
    packing.packed = (await Promise.all(made)).flat();
  });
  return packing;
}

async function packSystem(
  temporary: string,
  system: System,
  processors: readonly Processor[],
): Promise<Packed[]> {
  const stub = writeStubDistribution(path.join(temporary, `electron-${system}`), system, electronVersion());
  const output = path.join(temporary, `dist-${system}`);
  const [name, program] = system === 'linux' ? ['linux', 'vizitka'] : ['win', 'Vizitka.exe'];
  await runBuilder(
    [
      `--${name}`,
      'dir',
      ...processors.map((processor) => `--${processor}`),
      `-c.electronDist=${stub}`,
      `-c.directories.output=${output}`,
    ],
    { env: withoutSigning(), quiet: true },
  );
  return processors.map((processor) => {
    const folder = path.join(output, `${name}${processor === 'x64' ? '' : `-${processor}`}-unpacked`);
    return {
      system,
      processor,
      folder,
      program: path.join(folder, program),
      archive: path.join(folder, 'resources', 'app.asar'),
    };
  });
}

/** Paths with forward slashes, from the base. */
export function filesIn(folder: string, base = root): string[] {
  return fs
    .readdirSync(path.join(base, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(base, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}

function electronVersion(): string {
  const manifest = path.join(root, 'node_modules', 'electron', 'package.json');
  return (JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** A stub is never signed, whatever the machine could sign with. */
function withoutSigning(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(WIN_)?CSC_/.test(name));
  return { ...Object.fromEntries(kept), CSC_IDENTITY_AUTO_DISCOVERY: 'false' };
}
