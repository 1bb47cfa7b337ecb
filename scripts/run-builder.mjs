/** electron-builder with the configuration of this repository, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { root } from './ensure-node.mjs';

const builder = path.join(root, 'node_modules', 'electron-builder', 'cli.js');

/**
 * Never publishes: what was built is carried to the update server by whoever may.
 * @param {string[]} args as `--linux dir --x64 -c.electronDist=DIR`
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] quiet: its words come only with a failure
 */
export async function runBuilder(args, { env = process.env, quiet = false } = {}) {
  const child = spawn(process.execPath, [builder, ...args, '--publish', 'never'], {
    cwd: root,
    env,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (words += part));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`electron-builder ended with ${code}\n${words}`.trim());
}
