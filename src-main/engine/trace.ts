import fs from 'node:fs';
import process from 'node:process';

/** Messages of errors may quote what was being written; names and places in the code never do. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [typeof code === 'string' ? `${error.name} ${code}` : error.name, ...frames].join('\n');
}

/** A bug that ends less than the engine. */
export function reportBug(error: unknown): void {
  fs.writeSync(process.stderr.fd, `${traceOf(error)}\n`);
}
