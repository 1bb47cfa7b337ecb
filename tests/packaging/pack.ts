/** Packs the built program as `npm run package` does, around a stub distribution, for both processors of a system. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { builtFile } from '../../scripts/build-engine.mjs';
import { ensureRenderer } from '../../scripts/build-renderer.mjs';
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
  remove(): void;
}

/** The build of a fresh clone is made first. */
export async function pack(system: System, processors: readonly Processor[]): Promise<Packing> {
  ensureRenderer();
  builtFile('src-main/main.ts');
  const temporary = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-packaging-')));
  const stub = writeStubDistribution(path.join(temporary, 'electron'), system, electronVersion());
  const output = path.join(temporary, 'dist');
  await runBuilder(
    [
      system === 'linux' ? '--linux' : '--win',
      'dir',
      ...processors.map((processor) => `--${processor}`),
      `-c.electronDist=${stub}`,
      `-c.directories.output=${output}`,
    ],
    { env: withoutSigning(), quiet: true },
  );
  const name = system === 'linux' ? 'linux' : 'win';
  return {
    packed: processors.map((processor) => {
      const folder = path.join(output, `${name}${processor === 'x64' ? '' : `-${processor}`}-unpacked`);
      return {
        system,
        processor,
        folder,
        program: path.join(folder, system === 'linux' ? 'vizitka' : 'Vizitka.exe'),
        archive: path.join(folder, 'resources', 'app.asar'),
      };
    }),
    remove: () => fs.rmSync(temporary, { recursive: true, force: true }),
  };
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
