/** `npm run format`: writes every file as the format check wants it. */
import process from 'node:process';
import { ensureEnvironment } from './ensure-node.mjs';

await ensureEnvironment(import.meta.url);
const { runTool } = await import('./steps.mjs');
process.exitCode = runTool('format', ['--write', '.']);
