/** `npm start [-- --profile DIR --port N --no-open]`: everything a fresh clone needs, then the browser shell. */
import { ensureEnvironment } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
const { ensureRenderer } = await import('./build-renderer.mjs');
ensureRenderer();
const { builtFile } = await import('./build-engine.mjs');
await import(builtFile('src-main/shell-browser/main.ts'));
