/** Reads the import statements of a file and resolves them to a path of the repository or a package name. */
import path from 'node:path';
import type { SourceFile } from './source-files.ts';

export interface Import {
  /** The importing file. */
  readonly from: string;
  readonly specifier: string;
  /** A path inside the repository, or the specifier of a package or of Node. */
  readonly to: string;
  readonly local: boolean;
}

const aliases: readonly (readonly [string, string])[] = [
  ['#shared/', 'src-shared/'],
  ['#db/', 'db/'],
  ['#main/', 'src-main/'],
  ['#server/', 'src-server/'],
  ['#renderer/', 'src-renderer/'],
  ['#assets/', 'assets/'],
];

const statements = [
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
  /\bnew URL\(\s*['"]((?:\.{1,2}\/|#)[^'"]+\.[cm]?[jt]sx?)['"]\s*,\s*import\.meta\.url/g,
];

export function readImports({ file, text }: SourceFile): Import[] {
  const specifiers = new Set<string>();
  for (const statement of statements) {
    for (const match of text.matchAll(statement)) if (match[1]) specifiers.add(match[1]);
  }
  return [...specifiers].map((specifier) => resolve(file, specifier));
}

function resolve(from: string, specifier: string): Import {
  if (specifier.startsWith('.')) {
    const to = path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
    return { from, specifier, to, local: true };
  }
  const alias = aliases.find(([start]) => specifier.startsWith(start));
  if (!alias) return { from, specifier, to: specifier, local: false };
  return { from, specifier, to: alias[1] + specifier.slice(alias[0].length), local: true };
}
