/**
 * `npm run torture`: the engine killed again and again while it writes and imports. `npm run torture model`: the
 * exchange of several devices over invented schedules.
 */
import process from 'node:process';
import { ensureEnvironment } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
await import(process.argv[2] === 'model' ? '../tests/torture/model.ts' : '../tests/torture/main.ts');
