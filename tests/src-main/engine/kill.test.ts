import { expect, test } from 'vitest';
import { makeFolder } from '../../helpers/folder.ts';
import { torture } from '../../torture/rounds.ts';

test('killed 40 times while writing and importing, the engine loses nothing that it acknowledged', async () => {
  const seed = Date.now() % 2 ** 31;
  console.info(`seed ${seed}`);
  const result = await torture({ folder: makeFolder(), rounds: 40, seed });
  expect(result.problems).toEqual([]);
  expect(result.kills).toBe(40);
  expect(result.acknowledged, 'the processes were killed at work').toBeGreaterThan(400);
}, 300_000);
