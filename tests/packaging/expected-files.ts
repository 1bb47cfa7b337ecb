/** What belongs into app.asar, said apart from electron-builder.yml: from what was built, and by name. */
import { filesIn, type Packing, type Processor, type System } from './pack.ts';

/** Of the one package that is loaded as a package. */
const DATABASE = [
  'LICENSE',
  'package.json',
  ...['binding', 'database', 'index', 'sqlite-error', 'util'].map((name) => `lib/${name}.js`),
  ...['aggregate', 'backup', 'explain', 'function', 'inspect', 'pragma', 'serialize', 'table'].map(
    (name) => `lib/methods/${name}.js`,
  ),
  ...['transaction', 'wrappers'].map((name) => `lib/methods/${name}.js`),
].map((file) => `node_modules/better-sqlite3/${file}`);

export const nativeFile = (system: System, processor: Processor) =>
  `node_modules/better-sqlite3/prebuilds/${system}-${processor}.node`;

/** Paths with forward slashes, in order. */
export function expectedFiles(built: Packing['built'], system: System, processor: Processor): string[] {
  return [
    'package.json',
    'assets/icons/32x32.png',
    'assets/places/sk.csv',
    ...built.filter((file) => file !== 'out/main/built'),
    ...filesIn('db/local/migrations').filter((file) => /\.sql$|_journal\.json$/.test(file)),
    ...DATABASE,
    nativeFile(system, processor),
  ].toSorted();
}
