/**
 * What went wrong, for whoever looks after the computer: `errors.log` in the window's folder, and the terminal where
 * there is one. Kinds and places in the code only, never a message, which may quote data.
 */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { traceOf } from '../engine/trace.ts';

const LARGEST = 256 * 1024;

export interface ErrorLog {
  /** `where` names the process or the step. */
  error(where: string, error: unknown): void;
  /** A trace that another process has already made. */
  trace(where: string, trace: string): void;
}

export function openErrorLog(folder: string): ErrorLog {
  const file = path.join(folder, 'errors.log');
  const trace = (where: string, text: string): void => {
    const entry = `${new Date().toISOString()} ${where}\n${text}\n`;
    process.stderr.write(entry);
    try {
      const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > LARGEST) fs.renameSync(file, `${file}.old`);
      fs.appendFileSync(file, entry, { mode: 0o600 });
    } catch {
      // No room for the log: the terminal has it.
    }
  };
  return { trace, error: (where, error) => trace(where, traceOf(error)) };
}
