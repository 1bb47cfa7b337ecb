/** `npm run bench`: the figures of tests/bench, each beside its floor. */
import { ensureEnvironment } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
await import('../tests/bench/main.ts');
