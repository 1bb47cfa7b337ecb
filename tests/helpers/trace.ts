/** System calls of a process, by strace. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { makeFolder } from './folder.ts';

/** Lines of the trace of `node ARGS`; throws with its output when it fails. */
export function traceNode(calls: string, args: string[]): string[] {
  const log = join(makeFolder(), 'trace');
  const { status, stderr } = spawnSync(
    'strace',
    ['-f', '-qq', '-s', '300', '-e', `trace=${calls}`, '-o', log, process.execPath, ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`strace ended with ${status}: ${stderr}`);
  return readFileSync(log, 'utf8').split('\n');
}
