/**
 * The licences of everything that is built in, for Settings and for whoever passes the program on. Each build notes
 * the packages whose modules went into it (`noteParts`); the last one to end writes out/renderer/licences.json
 * (`writeLicences`). A part whose licence is not allowed or whose text is not there ends the build.
 */
import fs from 'node:fs';
import path from 'node:path';
import { nativeParts } from './native-parts.mjs';
import { root } from './ensure-node.mjs';

/** @typedef {{ name: string, version: string, licence: string, source: string | null, text: string }} Part */

const notes = path.join(root, 'out', 'parts');
const builds = ['main', 'preload', 'renderer'];
/** Loaded as packages or as programs, so no bundler meets them. */
const besides = ['node_modules/better-sqlite3', 'node_modules/node-addon-api', 'node_modules/electron'];
/** Texts of packages that carry none themselves, by name. */
export const suppliedTexts = path.join(root, 'assets', 'licences');

/** Those that let the program be passed on as it is, given that their texts go with it. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
]);

/**
 * A plugin of rolldown and Vite.
 * @param {string} build one of `builds`
 */
export function noteParts(build) {
  return {
    name: 'parts',
    /**
     * @this {{ getModuleIds(): Iterable<string> }}
     * @param {unknown} _options
     * @param {Record<string, { modules?: Record<string, unknown>, originalFileNames?: string[] }>} bundle
     */
    generateBundle(_options, bundle) {
      const outputs = Object.values(bundle);
      const modules = outputs.flatMap((output) => Object.keys(output.modules ?? {}));
      // Style sheets are part of no chunk of code; what they name, as a font, is a file by itself.
      const styles = [...this.getModuleIds()].filter((id) => /\.css(\?|$)/.test(id));
      const files = outputs.flatMap((output) => output.originalFileNames ?? []);
      const folders = new Set([...modules, ...styles, ...files].flatMap((id) => packageFolder(id) ?? []));
      fs.mkdirSync(notes, { recursive: true });
      fs.writeFileSync(path.join(notes, `${build}.json`), JSON.stringify([...folders].toSorted()));
    },
  };
}

/** The list of postcodes and towns: data, so no bundler meets it. @returns {Part} */
function placesPart() {
  return {
    name: 'GeoNames postal codes (Slovakia)',
    version: '2026-03-30',
    licence: 'CC-BY-4.0',
    source: 'https://www.geonames.org',
    text: fs.readFileSync(path.join(suppliedTexts, 'geonames.txt'), 'utf8').trim(),
  };
}

/** Waits for the last of the builds. @returns {void} */
export function writeLicences() {
  const files = builds.map((build) => path.join(notes, `${build}.json`));
  const renderer = path.join(root, 'out', 'renderer');
  if (![...files, renderer].every((file) => fs.existsSync(file))) return;
  const noted = files.flatMap((file) => JSON.parse(fs.readFileSync(file, 'utf8')));
  const parts = [
    ...[...new Set([...besides, ...noted])].map((folder) => readPart(path.join(root, folder))),
    ...nativeParts(suppliedTexts),
    placesPart(),
  ];
  const compare = new Intl.Collator('en').compare;
  parts.sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  fs.writeFileSync(path.join(renderer, 'licences.json'), JSON.stringify(parts));
}

/**
 * Path of the package from the root; of a bundler's own small helpers, the bundler.
 * @param {string} id
 */
function packageFolder(id) {
  const helper = /^\0(rolldown|vite)\//.exec(id)?.[1];
  if (helper) return `node_modules/${helper}`;
  const place = `/${id.replaceAll('\\', '/').replace(/^\0/, '')}`;
  const at = place.lastIndexOf('/node_modules/');
  if (at < 0) return undefined;
  const from = place.indexOf('/node_modules/');
  const name = /^\/node_modules\/(@[^/]+\/)?[^/?]+/.exec(place.slice(at))?.[0] ?? '';
  return `${place.slice(from, at)}${name}`.slice(1);
}

/**
 * @param {string} folder
 * @param {string} texts folder of the supplied texts
 * @returns {Part}
 */
export function readPart(folder, texts = suppliedTexts) {
  const { name, version, license, repository, homepage } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  if (!isAllowed(license))
    throw new Error(`${name} ${version}: its licence is ${license}, which is not allowed`);
  const text = readText(folder) || readSupplied(texts, name);
  if (!text)
    throw new Error(`${name} ${version}: no text of its licence (${license}); put one into assets/licences`);
  return { name, version, licence: license, source: addressOf(repository) ?? homepage ?? null, text };
}

/** SPDX: one of several that are offered is enough. @param {unknown} licence */
function isAllowed(licence) {
  if (typeof licence !== 'string') return false;
  return licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((offered) => offered.split(' AND ').every((one) => ALLOWED.has(one.trim())));
}

/** @param {string} folder */
function readText(folder) {
  return fs
    .readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name) && !/\.(js|json|map)$/.test(name))
    .toSorted()
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8').trim())
    .join('\n\n');
}

/** @param {string} texts @param {string} name */
function readSupplied(texts, name) {
  const file = path.join(texts, `${name.replace('/', '__')}.txt`);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
}

/** @param {unknown} repository an address in any of npm's ways of writing one */
function addressOf(repository) {
  const given = typeof repository === 'object' && repository ? Reflect.get(repository, 'url') : repository;
  if (typeof given !== 'string') return undefined;
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(given)?.[1];
  if (short) return `https://github.com/${short}`;
  return given
    .replace(/^git\+/, '')
    .replace(/^(git|ssh|http):\/\/(git@)?/, 'https://')
    .replace(/^git@([^:]+):/, 'https://$1/')
    .replace(/\.git$/, '');
}
