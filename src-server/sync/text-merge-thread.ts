/** Joins texts in a thread of its own: repetitive ones may take longer than a push may wait. */
import { parentPort } from 'node:worker_threads';
import { mergeTexts } from '#shared/sync/merge-text.ts';
import type { TextTask } from './text-merger.ts';

parentPort?.on('message', ({ base, current, incoming }: TextTask) => {
  parentPort?.postMessage({ merged: mergeTexts(base, current, incoming) });
});
parentPort?.postMessage('ready');
