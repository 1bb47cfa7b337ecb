import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import { router } from '#main/engine/router.ts';
import { openTestEngine } from '../../../helpers/test-engine.ts';

test('a window names no path: it could read any file of the person', async () => {
  const engine = openTestEngine();
  const { context } = engine;
  const windowed = createRouterClient(router, {
    context: { ...context, host: { ...context.host, view: 'window' as const } },
  });
  const source = { path: `${engine.folder}/keys.json` };
  const refusal = { code: 'REFUSED', data: { reason: 'pathFromWindow' } };
  await expect(windowed.exchange.inspect({ source })).rejects.toMatchObject(refusal);
  await expect(windowed.exchange.preview({ source })).rejects.toMatchObject(refusal);
  const events = await windowed.exchange.run({ source, run: engine.base.newId() });
  await expect(events.next()).rejects.toMatchObject(refusal);
  engine.close();
});
