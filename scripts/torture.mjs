/** `npm run torture`: the engine killed again and again while it writes and imports. */
import { ensureEnvironment } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
await import('../tests/torture/main.ts');
