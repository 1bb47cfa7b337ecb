/**
 * `npm test`: every check and every test, ending with `N passed, N failed`. With filters (`npm test -- clients`)
 * only the tests whose path contains one of them run.
 */
import process from 'node:process';
import { ensureEnvironment } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
const { checkSources, findJourneys, printSummary, runBuild, runJourneys, runVitest } = await import(
  './steps.mjs'
);
const filters = process.argv.slice(2);
const whole = filters.length === 0;

const results = whole ? checkSources() : [];
results.push(runVitest(filters));
if (findJourneys(filters).length > 0) {
  const built = await runBuild();
  results.push(built);
  // Without a window there is nothing for the browser to open.
  if (built.failed === 0) results.push(runJourneys(filters));
  else results.push({ name: 'journeys', passed: 0, failed: 1, note: 'the window could not be built' });
}
process.exitCode = printSummary(results);
