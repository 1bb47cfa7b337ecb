/**
 * `npm run bench`: the figures of tests/bench, each beside its floor; `npm run bench desktop`: those of the desktop;
 * `npm run bench sync`: those of the exchange; `npm run bench brief`: those of the brief;
 * `npm run bench day`: those of the day.
 */
import process from 'node:process';
import { ensureEnvironment } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
const [part = 'main'] = process.argv.slice(2);
if (part === 'desktop') {
  const { ensureRenderer } = await import('./build-renderer.mjs');
  ensureRenderer();
}
await import(`../tests/bench/${['desktop', 'sync', 'brief', 'day'].includes(part) ? part : 'main'}.ts`);
