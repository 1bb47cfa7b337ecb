/**
 * Makes a fresh clone runnable: Node 24 (from npm into `.toolchain` where the machine has an older one) and a
 * complete `node_modules`. Runs on any Node from 18 and needs no package.
 *
 *   import { ensureEnvironment } from './ensure-node.mjs';
 *   await ensureEnvironment(import.meta.url);   // from here on: Node 24, packages complete
 *
 * When everything is in place nothing touches the network, and two runs at once wait for each other.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { withFolderLock } from './folder-lock.mjs';

const NODE_VERSION = '24.21.0';
const NODE_MAJOR = 24;
/** npm carries Node itself for these systems only. */
const PACKAGED = new Set(['linux-x64', 'linux-arm64', 'win-x64']);

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const toolchain = path.join(root, '.toolchain');
const stampFile = path.join(root, 'node_modules', '.vizitka-stamp');

/**
 * Returns when this process runs on Node 24 with all packages installed. On an older Node it runs the given
 * script again under Node 24 with the same arguments and ends this process with the same exit code.
 * @param {string} scriptUrl `import.meta.url` of the script to run
 */
export async function ensureEnvironment(scriptUrl) {
  const node = await ensureNode();
  await ensureModules(node);
  if (node !== process.execPath) await runInstead(node, fileURLToPath(scriptUrl));
  process.env.PATH = pathWith(node);
}

/** Path of a Node 24 executable: this one, or the one in `.toolchain`, installed when it is missing. */
async function ensureNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `${system}-${process.arch}`;
  const folder = path.join(toolchain, 'node_modules', `node-${name}`);
  const binary = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (runs(binary)) return binary;
  if (!PACKAGED.has(name)) {
    stop(
      `Vizitka needs Node ${NODE_MAJOR}, this is ${process.version}. For ${name} install it from nodejs.org.`,
    );
  }
  await withFolderLock(toolchain, async () => {
    if (runs(binary)) return;
    say(`Node ${process.version} is too old: fetching Node ${NODE_VERSION} into .toolchain …`);
    const args = ['install', '--prefix', toolchain, '--no-save', `node-${name}@${NODE_VERSION}`];
    npm(
      process.execPath,
      args,
      `Node ${NODE_VERSION} could not be fetched; install Node ${NODE_MAJOR} yourself.`,
    );
    if (!runs(binary))
      stop(`Node ${NODE_VERSION} does not start on this machine; install Node ${NODE_MAJOR}.`);
  });
  return binary;
}

/**
 * Installs the packages of the lock file unless `node_modules` already holds exactly them.
 * @param {string} node
 */
async function ensureModules(node) {
  if (modulesComplete()) return;
  fs.mkdirSync(toolchain, { recursive: true });
  await withFolderLock(toolchain, async () => {
    if (modulesComplete()) return;
    say('Installing packages, about half a minute …');
    npm(node, ['ci', '--ignore-scripts'], 'The packages could not be installed.');
    writeStamp();
  });
}

/** The stamp spares the comparison; the comparison spares a reinstall after `npm install`. */
function modulesComplete() {
  if (read(stampFile) === lockHash()) return true;
  const wanted = parse(path.join(root, 'package-lock.json'));
  const present = parse(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  for (const [folder, entry] of Object.entries(wanted.packages)) {
    if (folder === '') continue;
    const found = present.packages[folder];
    if (!found && entry.optional) continue;
    if (!found || found.version !== entry.version || found.integrity !== entry.integrity) return false;
    if (!fs.existsSync(path.join(root, folder, 'package.json'))) return false;
  }
  writeStamp();
  return true;
}

/** Written beside and renamed, so that a reader never sees half of it. */
function writeStamp() {
  const draft = `${stampFile}.${process.pid}`;
  fs.writeFileSync(draft, lockHash());
  fs.renameSync(draft, stampFile);
}

function lockHash() {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

/**
 * @param {string} node
 * @param {string[]} args
 * @param {string} complaint
 */
function npm(node, args, complaint) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', '--no-progress'];
  // npm's own count ("added 171 packages") says nothing to somebody who only wants to start the app.
  const result = spawnSync(node, [findNpm(), ...args, ...quiet], {
    cwd: root,
    env: { ...process.env, PATH: pathWith(node) },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (result.status !== 0) stop(`${complaint}\n${result.stdout ?? ''}${result.error ?? ''}`.trim());
}

/** npm's entry file, so that it runs on the Node we choose and no shell stands between. */
function findNpm() {
  const beside = path.dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath ?? '',
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const shim = path.join(folder, 'npm');
    if (fs.existsSync(shim)) candidates.push(fs.realpathSync(shim));
    candidates.push(path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'));
  }
  const found = candidates.find((file) => file.endsWith('npm-cli.js') && fs.existsSync(file));
  return found ?? stop('npm was not found; install Node together with npm.');
}

/**
 * @param {string} node
 * @param {string} script
 */
async function runInstead(node, script) {
  const child = spawn(node, [...process.execArgv, script, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, PATH: pathWith(node) },
  });
  // The terminal sends Ctrl+C to both; only a signal meant for this process alone has to be passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(/** @type {any} */ (signal)));
  const code = await new Promise((resolve) => {
    child.on('error', (error) => resolve(stop(`Node ${NODE_VERSION} did not start: ${error.message}`)));
    child.on('close', (status, signal) =>
      resolve(status ?? 128 + (signal ? os.constants.signals[signal] : 0)),
    );
  });
  process.exit(code);
}

/** @param {string} binary */
function runs(binary) {
  if (!fs.existsSync(binary)) return false;
  return (
    spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout?.startsWith(`v${NODE_MAJOR}.`) ?? false
  );
}

/** @param {string} node */
function pathWith(node) {
  const folder = path.dirname(node);
  const now = process.env.PATH ?? '';
  return now.split(path.delimiter)[0] === folder ? now : `${folder}${path.delimiter}${now}`;
}

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @returns {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> } | undefined}
 */
function parse(file) {
  const text = read(file);
  return text === undefined ? undefined : JSON.parse(text);
}

/** @param {string} sentence */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  say(sentence);
  process.exit(1);
}

// `node scripts/ensure-node.mjs FILE [args]` runs any file of the repository this way.
if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const node = await ensureNode();
  await ensureModules(node);
  process.argv.splice(1, 1);
  const target = process.argv[1];
  if (target) await runInstead(node, path.resolve(target));
}
