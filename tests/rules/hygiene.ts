/** Rules about the text of the repository's own files; each returns a sentence per finding. */
import { createHash } from 'node:crypto';
import type { SourceFile } from './source-files.ts';

export const MAX_LINES = 350;

interface TextRule {
  readonly name: string;
  readonly files: RegExp;
  readonly pattern: RegExp;
}

/** Patterns are written with a class in them so that this file does not find itself. */
const textRules: readonly TextRule[] = [
  {
    name: 'focused or skipped test',
    files: /^tests\/.*\.(test|spec|e2e)\.tsx?$/,
    pattern:
      /\b(?:test|it|describe|suite)\.(?:[o]nly|[s]kip|[t]odo|[f]ixme|[s]kipIf|[r]unIf)\b|\b(?:[x]it|[x]describe|[f]it|[f]describe)\(/,
  },
  { name: 'unfinished work', files: /./, pattern: /\b(?:T[O]DO|F[I]XME|X[X]X|HA[C]K)\b/ },
  {
    name: 'path of one machine',
    files: /./,
    pattern:
      /(?<![\w.$}/])\/(?:h[o]me|U[s]ers|r[o]ot|w[o]rk)\/\w|(?<![\w.$}/])\/t[m]p\/\w|\b[A-Z]:\\\\?Us[e]rs\b/,
  },
  {
    name: 'address of a package host',
    files: /^(?!package-lock\.json$)/,
    pattern: /registry\.n[p]mjs|registry\.y[a]rnpkg|unp[k]g\.com|jsd[e]livr|cdn[j]s/,
  },
];

export function findTextViolations(sources: readonly SourceFile[]): string[] {
  const findings: string[] = [];
  for (const { file, text } of sources) {
    const rules = textRules.filter(({ files }) => files.test(file));
    for (const [index, line] of text.split('\n').entries()) {
      for (const { name, pattern } of rules) {
        if (pattern.test(line)) findings.push(`${file}:${index + 1}: ${name}: ${line.trim().slice(0, 80)}`);
      }
    }
  }
  return findings;
}

export function findLongFiles(sources: readonly SourceFile[]): string[] {
  return sources
    .map(({ file, text }) => ({ file, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ file, lines }) => `${file}: ${lines} lines, at most ${MAX_LINES}`);
}

/** The window works without a network: no address outside may be loaded, imported, linked as a resource or fetched. */
export function findForeignLoads(sources: readonly SourceFile[]): string[] {
  const loads =
    /(?:\b(?:src|srcset|href|action|poster|data)\s*=\s*\{?\s*["'`]|url\(\s*["']?|@import\s+["']|\bfetch\(\s*["'`]|\bimport\(\s*["'`]|\bfrom\s+["'`]|new (?:WebSocket|EventSource|Worker)\(\s*["'`])(?:(?:https?|wss?):)?\/\/[^"'`)\s]*/gi;
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(loads)].map((match) => `${file}: loads from outside: ${match[0]}`),
  );
}

export interface Journal {
  readonly entries: readonly { readonly idx: number; readonly when: number; readonly tag: string }[];
}

/** drizzle passes over a migration dated before the last applied one, so the dates must grow with the numbers. */
export function findJournalFaults(journal: Journal, files: readonly string[]): string[] {
  const findings: string[] = [];
  for (const [position, entry] of journal.entries.entries()) {
    const before = journal.entries[position - 1];
    if (entry.idx !== position) findings.push(`${entry.tag}: number ${entry.idx} at place ${position}`);
    if (before && entry.when <= before.when) findings.push(`${entry.tag} is dated before ${before.tag}`);
    if (!files.includes(`${entry.tag}.sql`)) findings.push(`${entry.tag}.sql is missing`);
  }
  const known = new Set(journal.entries.map(({ tag }) => `${tag}.sql`));
  return [...findings, ...files.filter((file) => !known.has(file)).map((file) => `${file} is in no journal`)];
}

/** A landed migration never changes: its hash stands in `landed.json`, a new one is added there. */
export function findChangedMigrations(
  landed: Readonly<Record<string, string>>,
  files: readonly SourceFile[],
): string[] {
  const present = new Map(files.map(({ file, text }) => [file, hashOf(text)]));
  const findings: string[] = [];
  for (const [file, hash] of Object.entries(landed)) {
    if (!present.has(file)) findings.push(`${file} has landed and is gone`);
    else if (present.get(file) !== hash) findings.push(`${file} has landed and was changed`);
  }
  for (const [file, hash] of present) {
    if (!(file in landed)) findings.push(`${file} is not in landed.json: add "${file}": "${hash}"`);
  }
  return findings;
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
