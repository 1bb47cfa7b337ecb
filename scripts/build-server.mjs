/** Turns the server into plain JavaScript in out/server, apart from the desktop program, which carries none of it. */
import fs from 'node:fs';
import path from 'node:path';
import { buildAlone, isOlder } from './build-age.mjs';
import { placesFromOut, removeOthers } from './build-engine.mjs';
import { root } from './ensure-node.mjs';
import { withFolderLock } from './folder-lock.mjs';

const output = path.join(root, 'out', 'server');
const stamp = path.join(output, 'built');
const sources = ['src-server', 'src-shared', 'db/server', 'package-lock.json', 'scripts/build-server.mjs'];
/** What is started by its own name: the command line, and threads. */
const entries = ['src-server/main.ts', 'src-server/run.ts', 'src-server/sync/text-merge-thread.ts'];

/** The built file of a source, for `import()`; builds first when anything is newer. @param {string} source */
export function builtServerFile(source) {
  if (isOlder(stamp, sources)) buildAlone(import.meta.filename);
  return new URL(`../out/server/${source.replace(/\.ts$/, '.js')}`, import.meta.url).href;
}

async function buildServer() {
  fs.mkdirSync(path.dirname(output), { recursive: true });
  await withFolderLock(output, async () => {
    if (!isOlder(stamp, sources)) return;
    const { build } = await import('rolldown');
    const built = await build({
      cwd: root,
      input: entries,
      platform: 'node',
      // Packages stay packages: where a server runs they are installed, and some load each other in circles.
      external: /^(?!\.|#|\/|[A-Za-z]:|src-server\/)/,
      plugins: [{ name: 'places', transform: placesFromOut }],
      output: {
        dir: output,
        format: 'esm',
        preserveModules: true,
        preserveModulesRoot: root,
        entryFileNames: '[name].js',
      },
      logLevel: 'warn',
    });
    removeOthers(
      output,
      stamp,
      built.output.map(({ fileName }) => path.join(output, fileName)),
    );
    fs.writeFileSync(stamp, '');
  });
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) await buildServer();
