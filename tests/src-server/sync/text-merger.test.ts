import { afterAll, expect, test } from 'vitest';
import { TextMerger } from '#server/sync/text-merger.ts';

const texts = new TextMerger();
afterAll(() => texts.close());

test('joins edits of different words', async () => {
  const task = {
    base: 'Volať ráno alebo večer.',
    current: 'Volať skoro alebo večer.',
    incoming: 'Volať ráno alebo nikdy.',
  };
  expect(await texts.merge(task)).toEqual({ text: 'Volať skoro alebo nikdy.' });
});

test('gives up in time, and serves the next one after it', async () => {
  const stuck = new TextMerger(new URL('../../helpers/endless-thread.ts', import.meta.url));
  const task = { base: 'a', current: 'b', incoming: 'c' };
  const start = performance.now();
  expect(await Promise.all([stuck.merge(task), stuck.merge(task)])).toEqual([null, null]);
  expect(performance.now() - start).toBeLessThan(10_000);
  await stuck.close();
});
