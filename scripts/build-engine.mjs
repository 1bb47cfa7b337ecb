/**
 * Turns the engine and its shells into plain JavaScript in out/main, a file for each source, and the preload of the
 * desktop window into one file. Node reads the sources
 * themselves as well, but carries a compiler for them: 180 MB and half a second at every start.
 */
import fs from 'node:fs';
import path from 'node:path';
import { acyclicSemver } from './acyclic-semver.mjs';
import { buildAlone, isOlder } from './build-age.mjs';
import { root } from './ensure-node.mjs';
import { withFolderLock } from './folder-lock.mjs';
import { noteParts, writeLicences } from './licences.mjs';

const output = path.join(root, 'out', 'main');
const preload = path.join(root, 'out', 'preload', 'preload.cjs');
const stamp = path.join(output, 'built');
const sources = [
  'src-main',
  'src-shared',
  'db',
  'assets/licences',
  'package-lock.json',
  'scripts/build-engine.mjs',
  'scripts/acyclic-semver.mjs',
  'scripts/licences.mjs',
];
/** What is started by its own name: the shells, the engine's thread and process, and the threads of its features. */
const entries = [
  'src-main/main.ts',
  'src-main/shell-browser/main.ts',
  'src-main/shell-browser/serve.ts',
  'src-main/shell-browser/no-desktop.ts',
  'src-main/shell-cli/main.ts',
  'src-main/engine/worker.ts',
  'src-main/shell-desktop/engine-entry.ts',
  'src-main/engine/utility.ts',
  'src-main/engine/restore-thread.ts',
  'src-main/data/backup/backup-thread.ts',
  'src-main/features/exchange/staging-thread.ts',
  'src-main/features/exchange/export-thread.ts',
];

/** The built file of a source, for `import()`; builds first when anything is newer. @param {string} source */
export function builtFile(source) {
  if (isOlder(stamp, sources)) buildAlone(import.meta.filename);
  return new URL(`../out/main/${source.replace(/\.ts$/, '.js')}`, import.meta.url).href;
}

async function buildEngine() {
  // A build takes a lock beside the folder that it fills, so that two starts at once do not mix.
  fs.mkdirSync(path.dirname(output), { recursive: true });
  await withFolderLock(path.dirname(output), async () => {
    if (!isOlder(stamp, sources)) return;
    const { build } = await import('rolldown');
    const built = await build({
      cwd: root,
      input: entries,
      platform: 'node',
      // The native part stays a package; the rest is built in, so that only what is used is loaded.
      external: ['better-sqlite3', 'bufferutil', 'utf-8-validate', 'electron'],
      plugins: [{ name: 'places', transform: placesFromOut }, acyclicSemver, noteParts('main')],
      output: {
        dir: output,
        format: 'esm',
        preserveModules: true,
        preserveModulesRoot: root,
        // A folder of this name would be taken for installed packages by who packs the desktop program.
        entryFileNames: ({ name }) => `${name.replaceAll('node_modules/', 'packages/')}.js`,
      },
      logLevel: 'warn',
    });
    removeOthers(
      output,
      stamp,
      built.output.map(({ fileName }) => path.join(output, fileName)),
    );
    // A sandboxed preload may load nothing, and must be CommonJS.
    await build({
      cwd: root,
      input: 'src-main/preload.ts',
      platform: 'browser',
      external: ['electron'],
      plugins: [noteParts('preload')],
      output: { file: preload, format: 'cjs' },
      logLevel: 'warn',
    });
    writeLicences();
    fs.writeFileSync(stamp, '');
  });
}

/**
 * What no source makes any more would be packed with the rest.
 * @param {string} folder
 * @param {string} stampFile kept as well
 * @param {string[]} made
 */
export function removeOthers(folder, stampFile, made) {
  const kept = new Set(made);
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && file !== stampFile && !kept.has(file)) fs.rmSync(file);
  }
}

/**
 * Files named relative to their source: a thread's script is built beside it, anything else stays where it was,
 * two folders further up.
 * @param {string} code
 */
export function placesFromOut(code) {
  return code.replaceAll(/new URL\('(\.[^']+)', import\.meta\.url\)/g, (_, place) =>
    place.endsWith('.ts')
      ? `new URL('${place.replace(/\.ts$/, '.js')}', import.meta.url)`
      : `new URL('../../${place}', import.meta.url)`,
  );
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) await buildEngine();
