/**
 * `node run.ts MAIN [ARGS]`: runs the built main module of an Electron app under plain Node. Started with an IPC
 * channel (by `tests/e2e/desktop`) it also evaluates functions in the main process, as Playwright does in Electron.
 */
import './register.ts';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { markEvaluated } from './readiness.ts';
import { serveTests } from './serve-tests.ts';

/** Evaluating takes milliseconds; what takes this long waits for something that comes after it. */
const LONGEST_EVALUATION_MS = 15_000;

const [, , main = '', ...args] = process.argv;
const entry = path.resolve(main);
process.argv = [process.execPath, entry, ...args];
const mayBegin = serveTests();
const watchdog = setTimeout(() => {
  process.stderr.write(
    'The main module was not evaluated in 15 s. A top-level await of app.whenReady() never ends in Electron.\n',
  );
  process.exit(13);
}, LONGEST_EVALUATION_MS);
await import(pathToFileURL(entry).href);
clearTimeout(watchdog);
await mayBegin;
markEvaluated();
