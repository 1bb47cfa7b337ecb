/** What is compiled into the database's native part: known from its sources, as nothing else tells of it. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from './ensure-node.mjs';

const header = path.join(root, 'node_modules', 'better-sqlite3', 'deps', 'sqlite3', 'sqlite3.h');

/**
 * @param {string} texts folder of their licences
 * @returns {import('./licences.mjs').Part[]}
 */
export function nativeParts(texts) {
  const source = fs.readFileSync(header, 'utf8');
  const text = (/** @type {string} */ name) =>
    fs.readFileSync(path.join(texts, `${name}.txt`), 'utf8').trim();
  return [
    {
      name: 'SQLite',
      version: versionIn(source, /define SQLITE_VERSION\s+"([\d.]+)"/),
      licence: 'blessing',
      source: 'https://sqlite.org',
      text: text('sqlite'),
    },
    {
      name: 'SQLite3 Multiple Ciphers',
      version: versionIn(source, /define SQLITE3MC_VERSION_STRING\s+"\D+3\D+([\d.]+)"/),
      licence: 'MIT AND BSD-3-Clause AND CC0-1.0',
      source: 'https://github.com/utelle/SQLite3MultipleCiphers',
      text: text('sqlite3-multiple-ciphers'),
    },
  ];
}

/** @param {string} source @param {RegExp} pattern */
function versionIn(source, pattern) {
  const version = pattern.exec(source)?.[1];
  if (!version) throw new Error(`${path.basename(header)} does not say ${pattern.source}`);
  return version;
}
