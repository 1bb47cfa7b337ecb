import { once } from 'node:events';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { expect, test } from 'vitest';

const source = new URL('../../src-main/features/exchange/csv-rows.ts', import.meta.url).href;
/** Loads a source and says whether Node had to turn it into JavaScript itself. */
const script = `
  import { parentPort } from 'node:worker_threads';
  await import(${JSON.stringify(source)});
  parentPort.postMessage(process.moduleLoadList.some((name) => name.includes('amaro')));
`;

async function turnsTypes(options: WorkerOptions): Promise<unknown> {
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`), options);
  const [said] = (await once(worker, 'message')) as [unknown];
  return said;
}

test('threads of the tests load plain JavaScript: with the WebAssembly for types V8 has ended the process', async () => {
  expect(await turnsTypes({})).toBe(false);
  expect(await turnsTypes({ execArgv: [] }), 'the sign that is looked for').toBe(true);
});
