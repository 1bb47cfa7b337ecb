#!/usr/bin/env node
/** The command line of Vizitka, on any Node from 20: `ensureEnvironment` changes to Node 24 where needed. */
import process from 'node:process';
import { ensureEnvironment } from '../scripts/ensure-node.mjs';

await ensureEnvironment(import.meta.url);
process.exitCode = process.argv[2] === 'server' ? await runServer() : await runHere();

/** Somebody who only has clients to visit never builds the server. */
async function runServer() {
  const { builtServerFile } = await import('../scripts/build-server.mjs');
  /** @type {typeof import('../src-server/main.ts')} */
  const server = await import(builtServerFile('src-server/main.ts'));
  return server.runServer(process.argv.slice(3));
}

async function runHere() {
  const { builtFile } = await import('../scripts/build-engine.mjs');
  /** @type {typeof import('../src-main/shell-cli/main.ts')} */
  const { runCommandLine } = await import(builtFile('src-main/shell-cli/main.ts'));
  return runCommandLine(process.argv.slice(2), async (options) => {
    const { ensureRenderer } = await import('../scripts/build-renderer.mjs');
    /** @type {typeof import('../src-main/shell-browser/serve.ts')} */
    const { serve } = await import(builtFile('src-main/shell-browser/serve.ts'));
    ensureRenderer();
    return serve(options);
  });
}
