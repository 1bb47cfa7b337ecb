/** Procedures of call lists. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { calls } from '#shared/contract/calls.ts';
import { makeAttempt } from './attempt.ts';
import {
  addToCallList,
  callAgain,
  closeCallList,
  createCallList,
  editCallList,
  planTarget,
  removeTarget,
  reopenCallList,
} from './commands.ts';
import { readCallPage } from './page.ts';
import { getCallList, listCallLists, readQueue } from './queries.ts';

const os = implement(calls).$context<EngineContext>();

export const callsRouter = os.router({
  lists: os.lists.handler(({ input, context }) => listCallLists(context.engine.base, input)),
  get: os.get.handler(({ input, context }) => getCallList(context.engine.base, input)),
  queue: os.queue.handler(({ input, context }) => readQueue(context.engine.base, input)),
  target: os.target.handler(({ input, context }) => readCallPage(context.engine.base, input)),
  create: os.create.handler(({ input, context }) => createCallList(context.engine.base, input)),
  edit: os.edit.handler(({ input, context }) => editCallList(context.engine.base, input.id, input.values)),
  close: os.close.handler(({ input, context }) => closeCallList(context.engine.base, input.id)),
  reopen: os.reopen.handler(({ input, context }) => reopenCallList(context.engine.base, input.id)),
  add: os.add.handler(({ input, context }) => addToCallList(context.engine.base, input)),
  remove: os.remove.handler(({ input, context }) => removeTarget(context.engine.base, input.id)),
  plan: os.plan.handler(({ input, context }) => planTarget(context.engine.base, input.id, input.values)),
  again: os.again.handler(({ input, context }) => callAgain(context.engine.base, input.id)),
  attempt: os.attempt.handler(({ input, context }) => makeAttempt(context.engine.base, input)),
});
