/**
 * A distribution of Electron without Electron, for the packager: the files it expects, and a program that carries a
 * real fuse wire, so that flipping and reading back fuses is the same work as on the real binary.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Fuse wire of Electron 45: the sentinel, version 1, nine fuses, as they leave Electron's factory. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FACTORY_FUSES = '101100011';
const WIRE = Buffer.concat([
  Buffer.from(SENTINEL),
  Buffer.from([1, FACTORY_FUSES.length]),
  Buffer.from(FACTORY_FUSES),
]);

/** Fills a folder with what `electron-builder` unpacks of Electron for the system, and returns it. */
export function writeStubDistribution(folder: string, system: 'linux' | 'win32', version: string): string {
  fs.mkdirSync(path.join(folder, 'locales'), { recursive: true });
  fs.mkdirSync(path.join(folder, 'resources'));
  for (const name of ['en-US', 'sk', 'de'])
    fs.writeFileSync(path.join(folder, 'locales', `${name}.pak`), name);
  fs.writeFileSync(path.join(folder, 'LICENSE'), 'Licence of Electron');
  fs.writeFileSync(path.join(folder, 'LICENSES.chromium.html'), '<title>Licences of Chromium</title>');
  fs.writeFileSync(path.join(folder, 'version'), version);
  if (system === 'linux') {
    fs.writeFileSync(path.join(folder, 'electron'), WIRE, { mode: 0o755 });
    fs.writeFileSync(path.join(folder, 'chrome-sandbox'), '', { mode: 0o755 });
  } else {
    fs.writeFileSync(path.join(folder, 'electron.exe'), Buffer.concat([fs.readFileSync(anyProgram()), WIRE]));
  }
  return folder;
}

/** A real PE with version information: the packager rewrites both that and the resource of the archive's hash. */
function anyProgram(): string {
  const winstaller = path.dirname(require.resolve('electron-winstaller/package.json'));
  return path.join(winstaller, 'vendor', '7z-x64.exe');
}
