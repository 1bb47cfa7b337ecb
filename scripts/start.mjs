/** `npm start [-- --profile DIR --port N --no-open]`: everything a fresh clone needs, then the browser shell. */
import { ensureEnvironment } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
const { buildRenderer } = await import('./build-renderer.mjs');
await buildRenderer();
const { builtFile } = await import('./build-engine.mjs');
await import(await builtFile('src-main/shell-browser/main.ts'));
