/** Procedures of the conflict desk. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { conflicts } from '#shared/contract/sync.ts';
import { resolveConflicts } from './commands.ts';
import { listConflicts } from './queries.ts';

const os = implement(conflicts).$context<EngineContext>();

export const conflictsRouter = os.router({
  list: os.list.handler(({ input, context }) => listConflicts(context.engine.base, input)),
  resolve: os.resolve.handler(({ input, context }) =>
    resolveConflicts(context.engine.base, input.ids, input.choice),
  ),
});
