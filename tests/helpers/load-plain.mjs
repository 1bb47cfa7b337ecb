/**
 * Loaded first in the processes of the tests and in their threads: a source comes as the JavaScript made of it. A test
 * that starts a source in a process of its own hands it on with `process.execArgv`.
 */
import fs from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(import.meta.dirname, '..', '..');
const plain = path.join(root, '.cache', 'plain');

/**
 * Where the JavaScript of a source lies.
 * @param {string} source
 */
export function plainFile(source) {
  return path.join(plain, `${path.relative(root, source)}.js`);
}

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const source = fileURLToPath(url);
    const made = plainFile(source);
    // One that was written since the run began, or lies elsewhere, is left to Node.
    if (!fs.existsSync(made) || isOlder(made, source)) return next(url, context);
    return { format: 'module', source: fs.readFileSync(made, 'utf8'), shortCircuit: true };
  },
});

/**
 * @param {string} file
 * @param {string} than
 */
function isOlder(file, than) {
  return fs.statSync(file).mtimeMs < fs.statSync(than).mtimeMs;
}
