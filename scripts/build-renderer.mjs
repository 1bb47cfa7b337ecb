/** Builds the window into out/renderer when it is missing or older than what it is made of. */
import fs from 'node:fs';
import path from 'node:path';
import { buildAlone, isOlder } from './build-age.mjs';
import { root } from './ensure-node.mjs';
import { withFolderLock } from './folder-lock.mjs';
import { writeLicences } from './licences.mjs';

const output = path.join(root, 'out');
const page = path.join(output, 'renderer', 'index.html');
const sources = [
  'src-renderer',
  'src-shared',
  'assets',
  'vite.config.ts',
  'package-lock.json',
  'scripts/licences.mjs',
];

export function ensureRenderer() {
  if (isOlder(page, sources)) buildAlone(import.meta.filename);
}

/** @param {{ always?: boolean }} [options] */
export async function buildRenderer({ always = false } = {}) {
  // Two starts at once must not empty the folder under each other.
  await withFolderLock(output, async () => {
    if (!always && !isOlder(page, sources)) return;
    process.stderr.write('Building the window …\n');
    const { build } = await import('vite');
    await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' });
    writeLicences();
    // The page may come out unchanged and keep its place in time; the build is as new as this moment.
    const now = new Date();
    fs.utimesSync(page, now, now);
  });
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  await buildRenderer();
}
