/**
 * A copy of the built program in which something was changed, to show that a test sees the difference. The copy lies
 * inside the checkout, so that it finds the same packages; what is not code is shared by links.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtFile } from '../../../scripts/build-engine.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const LINKED = ['assets', 'db', 'package.json', 'out/renderer'];

export interface Change {
  /** From `out`: `main/src-main/shell-desktop/sender.js`. */
  file: string;
  /** Functions that take the place of those the module exports, each as JavaScript. */
  exports?: Readonly<Record<string, string>>;
  /** Text that takes the place of other text. */
  replace?: readonly [from: string, to: string];
}

export interface ChangedProgram {
  main: string;
  remove(): void;
}

export function changeProgram(changes: readonly Change[]): ChangedProgram {
  const main = fileURLToPath(builtFile('src-main/main.ts'));
  fs.mkdirSync(path.join(root, '.cache'), { recursive: true });
  const folder = fs.mkdtempSync(path.join(root, '.cache', 'changed-program-'));
  for (const part of ['out/main', 'out/preload'])
    fs.cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  for (const part of LINKED) fs.symlinkSync(path.join(root, part), path.join(folder, part));
  for (const change of changes) apply(path.join(folder, 'out', change.file), change);
  return {
    main: path.join(folder, path.relative(root, main)),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

function apply(file: string, { exports: replaced, replace }: Change): void {
  const source = fs.readFileSync(file, 'utf8');
  if (replace) {
    if (!source.includes(replace[0])) throw new Error(`${file} has no ${replace[0]}`);
    fs.writeFileSync(file, source.replace(...replace));
    return;
  }
  for (const name of Object.keys(replaced ?? {}))
    if (!new RegExp(`export \\{[^}]*\\b${name}\\b`).test(source))
      throw new Error(`${file} exports no ${name}`);
  // What a module exports itself comes before what it passes on.
  const original = file.replace(/\.js$/, '.original.js');
  fs.renameSync(file, original);
  const passedOn = `export * from './${path.basename(original)}';`;
  const own = Object.entries(replaced ?? {}).map(([name, code]) => `export const ${name} = ${code};`);
  fs.writeFileSync(file, [passedOn, ...own].join('\n'));
}
