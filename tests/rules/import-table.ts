/**
 * "Who may import whom" as a table, checked over the resolved imports of the whole repository. The linter
 * says the same in the editor as far as its patterns reach; what is stated here also sees through relative
 * paths and knows which feature a file belongs to.
 */
import { type Import, readImports } from './import-graph.ts';
import type { SourceFile } from './source-files.ts';

interface Zone {
  readonly name: string;
  readonly files: RegExp;
  /** Local paths it may import, besides its own zone. */
  readonly local: RegExp;
  /** Packages and Node modules it may import. */
  readonly packages: RegExp;
}

/** Small pure libraries that run everywhere and touch neither Node nor DOM. */
const pure =
  /^(zod|@orpc\/contract|uuid|temporal-polyfill|libphonenumber-js(\/min)?|jsvat|ical\.js|fractional-indexing|node-diff3)$/;
const anyButForeign = /^(?!electron(\/|$)|better-sqlite3|react|@mantine\/|drizzle-kit)/;
const withDatabase = /^(?!electron(\/|$)|react|@mantine\/|drizzle-kit)/;
/** The desktop shell alone knows Electron. */
const withElectron = /^(?!better-sqlite3|react|@mantine\/|drizzle-)/;
const onServer = /^(?!electron(\/|$)|better-sqlite3|react|@mantine\/|drizzle-kit|@orpc\/)/;
const browser = /^(?!node:|electron(\/|$)|better-sqlite3|drizzle-|ws$|@orpc\/server)/;

/** First match counts; a tree without a zone is free (scripts, configuration, the tests of the database). */
const zones: readonly Zone[] = [
  { name: 'src-shared', files: /^src-shared\//, local: /^src-shared\//, packages: pure },
  {
    name: 'db',
    files: /^db\//,
    local: /^(db|src-shared)\//,
    packages: /^(drizzle-orm(\/.+)?|drizzle-kit|node:.+|uuid|zod|temporal-polyfill)$/,
  },
  {
    name: 'src-main/features',
    files: /^src-main\/features\//,
    local: /^(src-shared|db\/local|src-main\/data|src-main\/features)\//,
    packages: anyButForeign,
  },
  {
    name: 'src-main/data',
    files: /^src-main\/data\//,
    local: /^(src-shared|db\/local|src-main\/(data|sync|security))\//,
    packages: withDatabase,
  },
  {
    name: 'src-main/{sync,security}',
    files: /^src-main\/(sync|security)\//,
    local: /^(src-shared|db\/local|src-main\/(data|sync|security))\//,
    packages: anyButForeign,
  },
  {
    name: 'src-main/engine',
    files: /^src-main\/engine\//,
    local: /^(src-shared|db\/(local|demo)|src-main\/(data|sync|security|engine|features))\//,
    packages: anyButForeign,
  },
  {
    name: 'the desktop shell',
    files: /^src-main\/(shell-desktop\/|main\.ts$|preload\.ts$)/,
    local: /^(src-shared|src-main\/(engine|security)|src-main\/shell-[a-z]+|assets)\//,
    packages: withElectron,
  },
  {
    name: 'src-main shells',
    files: /^src-main\/shell-/,
    local: /^(src-shared|src-main\/engine|src-main\/shell-[a-z]+|assets)\//,
    packages: anyButForeign,
  },
  {
    name: 'src-renderer/features',
    files: /^src-renderer\/features\//,
    local: /^(src-shared|assets|src-renderer\/(pickers|ui|lib|features))\//,
    packages: browser,
  },
  {
    name: 'src-renderer/{pickers,ui,lib}',
    files: /^src-renderer\/(pickers|ui|lib)\//,
    local: /^(src-shared|assets|src-renderer\/(pickers|ui|lib))\//,
    packages: browser,
  },
  {
    name: 'src-renderer',
    files: /^src-renderer\//,
    local: /^(src-shared|assets|src-renderer)\//,
    packages: browser,
  },
  {
    name: 'src-server/data',
    files: /^src-server\/data\//,
    local: /^(src-shared|db\/server|src-server\/data)\//,
    packages: onServer,
  },
  {
    name: 'src-server/sync',
    files: /^src-server\/sync\//,
    local: /^(src-shared|db\/server|src-server\/(data|sync))\//,
    packages: onServer,
  },
  // What answers over HTTP is handed in: this part knows neither the database nor who may do what.
  {
    name: 'src-server/http',
    files: /^src-server\/http\//,
    local: /^(src-shared\/|src-server\/http\/|src-server\/sync\/(caller|sync-error)\.ts$)/,
    packages: onServer,
  },
  {
    name: 'src-server/auth',
    files: /^src-server\/auth\//,
    local: /^(src-shared|src-server\/(data|sync|http|auth))\//,
    packages: onServer,
  },
  {
    name: 'src-server/blobs',
    files: /^src-server\/blobs\//,
    local: /^(src-shared\/|src-server\/(data|sync|blobs)\/|src-server\/http\/blob-routes\.ts$)/,
    packages: onServer,
  },
  {
    name: 'src-server/backup',
    files: /^src-server\/backup\//,
    local: /^(src-shared\/|src-server\/(data|sync|auth|blobs|backup)\/|src-server\/notices\.ts$)/,
    packages: onServer,
  },
  {
    name: 'src-server',
    files: /^src-server\//,
    local: /^(src-shared|db\/server|src-server)\//,
    packages: onServer,
  },
  {
    name: 'tests that do not look into the file itself',
    files: /^tests\/(?!(bench|torture|helpers|migrations|src-main\/(data|security|engine))\/)/,
    local: /^/,
    packages: /^(?!better-sqlite3)/,
  },
];

/** Where one folder may have an index that gathers the others. */
const gathering = /^src-shared\/(contract|entities|i18n)\/index\.ts$/;

/** Every import that the table forbids, a sentence each. */
export function findImportViolations(sources: readonly SourceFile[]): string[] {
  const findings: string[] = [];
  for (const source of sources) {
    if (/(^|\/)index\.tsx?$/.test(source.file) && !gathering.test(source.file)) {
      findings.push(`${source.file}: no barrel files but the contract's, the entities' and the catalogues'`);
    }
    for (const edge of readImports(source)) {
      const complaint = judge(edge);
      if (complaint) findings.push(`${edge.from} imports ${edge.specifier}: ${complaint}`);
    }
  }
  return findings;
}

function judge(edge: Import): string | undefined {
  const zone = zones.find(({ files }) => files.test(edge.from));
  if (!zone) return undefined;
  if (!edge.local) return zone.packages.test(edge.to) ? undefined : `not a package for ${zone.name}`;
  const fromTree = treeOf(edge.from);
  if (edge.specifier.startsWith('.') && fromTree !== treeOf(edge.to) && fromTree !== 'tests') {
    return 'across trees import by #shared, #db, #main, #renderer, #assets';
  }
  if (!zone.local.test(edge.to) && !zone.files.test(edge.to)) return `${zone.name} may not import it`;
  return judgeFeature(edge);
}

/**
 * A feature sees of another one in the engine only `facts.ts`, `steps.ts` and `brief.ts` (its part of a brief), in the
 * renderer nothing.
 */
function judgeFeature({ from, to }: Import): string | undefined {
  const mine = featureOf(from);
  const other = featureOf(to);
  if (!mine || !other || mine.name === other.name) return undefined;
  if (mine.tree === 'src-main' && /\/(facts|steps|brief)\.ts$/.test(to)) return undefined;
  return `feature ${mine.name} may not reach into feature ${other.name}`;
}

function featureOf(file: string): { tree: string; name: string } | undefined {
  const match = /^(src-main|src-renderer)\/features\/([^/]+)/.exec(file);
  return match?.[1] && match[2] ? { tree: match[1], name: match[2].replace(/\.tsx?$/, '') } : undefined;
}

function treeOf(file: string): string {
  return file.split('/')[0] ?? '';
}
