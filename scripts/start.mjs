/**
 * `npm start [-- --profile DIR]`: everything a fresh clone needs, then the desktop window. Where that cannot be, one
 * line says why and the browser shell opens; `--browser`, `--port N`, `--no-open` and `--json` ask for that one.
 */
import { spawn } from 'node:child_process';
import os from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureEnvironment } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
const { ensureRenderer } = await import('./build-renderer.mjs');
ensureRenderer();
const { builtFile } = await import('./build-engine.mjs');
const main = builtFile('src-main/main.ts');

const given = process.argv.slice(2);
const ofBrowser = /^--(port|no-open|json)(=|$)/;
const program = given.some((word) => word === '--browser' || ofBrowser.test(word))
  ? null
  : await findProgram();
if (program) {
  process.exitCode = await run(program, [fileURLToPath(main), ...given]);
} else {
  process.argv = [...process.argv.slice(0, 2), ...given.filter((word) => word !== '--browser')];
  await import(builtFile('src-main/shell-browser/main.ts'));
}

/** Electron's executable; null, with the reason said, where no desktop window can be opened. */
async function findProgram() {
  /** @type {typeof import('../src-main/shell-browser/no-desktop.ts')} */
  const { whyNoDesktop, sayNoDesktop } = await import(builtFile('src-main/shell-browser/no-desktop.ts'));
  const reason = whyNoDesktop();
  const { fetchElectron } = await import('./fetch-electron.mjs');
  const electron = reason ? undefined : fetchElectron();
  if (electron) return electron;
  sayNoDesktop(reason ?? 'missing');
  return null;
}

/** @param {string} program @param {string[]} args */
async function run(program, args) {
  const child = spawn(program, args, { stdio: 'inherit' });
  // The terminal sends Ctrl+C to both; only a signal meant for this process alone has to be passed on.
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) =>
      resolve(status ?? 128 + (signal ? os.constants.signals[signal] : 0)),
    );
  });
}
