/** `npm run check`: types, lint, format and the repository's own rules; no engine, no browser. */
import process from 'node:process';
import { ensureEnvironment } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
const { checkSources, printSummary, runVitest } = await import('./steps.mjs');
process.exitCode = printSummary([...checkSources(), runVitest(['tests/rules'])]);
