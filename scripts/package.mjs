/**
 * `npm run package [-- --linux|--win|--mac] [--dir]`: the installers of one system for both processors, into dist/;
 * this system without a word. With `--dir` only the program itself, for this processor, to be tried out.
 */
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureEnvironment, root } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
const { fetchElectron } = await import('./fetch-electron.mjs');

/** @typedef {'linux' | 'win' | 'mac'} System */

try {
  const { system, dir } = readWords();
  const here = thisSystem();
  const electron = fetchElectron({ always: true });
  if (!electron)
    stop("Electron's binary is not installed and could not be downloaded, so there is nothing to pack.");
  if (dir && system !== here) stop(`With --dir only the program of this system is built (--${here}).`);
  if (system === 'mac' && here !== 'mac') stop('A dmg can be made only on macOS.');
  const { buildRenderer } = await import('./build-renderer.mjs');
  const { builtFile } = await import('./build-engine.mjs');
  const { withFolderLock } = await import('./folder-lock.mjs');
  const { runBuilder } = await import('./run-builder.mjs');
  await buildRenderer({ always: true });
  builtFile('src-main/main.ts');
  const args = [`--${system}`];
  // Installers are for both processors, and the builder fetches each one's Electron itself.
  if (dir) args.push('dir', `--${process.arch}`);
  if (dir && here !== 'mac') args.push(`-c.electronDist=${path.dirname(electron)}`);
  // Nothing is built anew while it is packed.
  await withFolderLock(path.join(root, 'out'), () => runBuilder(args));
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}

function readWords() {
  const { values } = parseArgs({
    options: {
      linux: { type: 'boolean' },
      win: { type: 'boolean' },
      mac: { type: 'boolean' },
      dir: { type: 'boolean', default: false },
    },
  });
  const asked = /** @type {const} */ (['linux', 'win', 'mac']).filter((system) => values[system]);
  if (asked.length > 1) stop('One system at a time: --linux, --win or --mac.');
  return { system: asked[0] ?? thisSystem(), dir: values.dir };
}

/** @returns {System} */
function thisSystem() {
  if (process.platform === 'darwin') return 'mac';
  return process.platform === 'win32' ? 'win' : 'linux';
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
