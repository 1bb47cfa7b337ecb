import { expect, test } from 'vitest';
import { Turns } from '#server/sync/turns.ts';

test('one workspace waits for itself only, also after a failure', async () => {
  const turns = new Turns();
  const order: string[] = [];
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const first = turns.take('a', async () => {
    await gate;
    order.push('a1');
    throw new Error('stop');
  });
  const second = turns.take('a', async () => order.push('a2'));
  await turns.take('b', async () => order.push('b'));
  open();
  await expect(first).rejects.toThrow('stop');
  await second;
  expect(order).toEqual(['b', 'a1', 'a2']);
});
