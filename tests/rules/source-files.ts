/** The repository's own text files, read once, for the rules that look at all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A file by its path inside the repository, with forward slashes. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

const skipped = new Set(['node_modules', '.git', '.toolchain', '.cache', 'out', 'dist', 'coverage']);
const generated = new Set(['tests/fixtures', 'test-results', 'playwright-report']);

/** Every file of the repository with one of the endings, fixtures and generated folders left out. */
export function readSources(endings: readonly string[], folder = ''): SourceFile[] {
  const found: SourceFile[] = [];
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const file = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory() && !skipped.has(entry.name) && !generated.has(file)) {
      found.push(...readSources(endings, file));
    } else if (entry.isFile() && endings.some((ending) => entry.name.endsWith(ending))) {
      found.push({ file, text: readFileSync(path.join(root, file), 'utf8') });
    }
  }
  return found;
}

/** One sentence per finding, as every rule reports it. */
export function listFindings(findings: readonly string[]): string {
  return findings.join('\n');
}
