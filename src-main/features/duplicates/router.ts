/** Procedures of possible duplicates. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { duplicates } from '#shared/contract/duplicates.ts';
import { compareDuplicates } from './compare.ts';
import { listDuplicates, tellApart } from './find-duplicates.ts';

const os = implement(duplicates).$context<EngineContext>();

export const duplicatesRouter = os.router({
  list: os.list.handler(({ input, context }) => listDuplicates(context.engine.base, input)),
  compare: os.compare.handler(({ input, context }) => compareDuplicates(context.engine.base, input)),
  tellApart: os.tellApart.handler(({ input, context }) => {
    tellApart(context.engine.base, input);
    return {};
  }),
});
