/**
 * The stand-in as plain JavaScript in `.cache/electron-host`: Node would carry its compiler of types through every
 * start and through every utility process, 180 MB and half a second of which Electron knows nothing.
 */
import fs from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

const sources = import.meta.dirname;
const built = path.resolve(sources, '../../../.cache/electron-host');

/** Path of the script that runs an app; built first where a source is newer. */
export function standInScript(): string {
  for (const name of fs.readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const source = path.join(sources, name);
    const target = path.join(built, name.replace(/\.ts$/, '.js'));
    if (isNewer(target, source)) continue;
    const text = stripTypeScriptTypes(fs.readFileSync(source, 'utf8'));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    // Renamed into its place, so that a start at the same moment reads all of it or the one before.
    fs.writeFileSync(`${target}.${process.pid}`, text.replaceAll(/'(\.[\w./-]+)\.ts'/g, "'$1.js'"));
    fs.renameSync(`${target}.${process.pid}`, target);
  }
  return path.join(built, 'run.js');
}

function isNewer(file: string, than: string): boolean {
  const made = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && made > fs.statSync(than).mtimeMs;
}
