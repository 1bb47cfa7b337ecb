/** Procedures of the objection log. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { objections } from '#shared/contract/objections.ts';
import { createObjection, editObjection, removeOneObjection } from './commands.ts';
import { getObjection, listObjections, suggestValues, summariseObjections } from './queries.ts';

const os = implement(objections).$context<EngineContext>();

export const objectionsRouter = os.router({
  list: os.list.handler(({ input, context }) => listObjections(context.engine.base, input)),
  get: os.get.handler(({ input, context }) => getObjection(context.engine.base, input.id)),
  summary: os.summary.handler(({ input, context }) => summariseObjections(context.engine.base, input.filter)),
  suggest: os.suggest.handler(({ input, context }) =>
    suggestValues(context.engine.base, input.field, input.text),
  ),
  create: os.create.handler(({ input, context }) =>
    createObjection(context.engine.base, input.id, input.values),
  ),
  edit: os.edit.handler(({ input, context }) => editObjection(context.engine.base, input.id, input.values)),
  remove: os.remove.handler(({ input, context }) => removeOneObjection(context.engine.base, input.id)),
});
