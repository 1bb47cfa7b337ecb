/**
 * `npm run torture`: the engine killed again and again while it writes and imports. `npm run torture model`: the
 * exchange of several devices over invented schedules; `npm run torture network`: the real one over a bad network.
 */
import process from 'node:process';
import { ensureEnvironment } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
const [part = 'main'] = process.argv.slice(2);
await import(`../tests/torture/${['model', 'network'].includes(part) ? part : 'main'}.ts`);
