/** Procedures of handing clients over. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { handovers } from '#shared/contract/handover.ts';
import { createHandover, editHandover, endHandover } from './commands.ts';
import { handoverOfClient, listHandovers, packOf, suggestClients } from './queries.ts';

const os = implement(handovers).$context<EngineContext>();

export const handoversRouter = os.router({
  list: os.list.handler(({ context }) => listHandovers(context.engine.base)),
  pack: os.pack.handler(({ input, context }) => packOf(context.engine.base, input.id)),
  ofClient: os.ofClient.handler(({ input, context }) => handoverOfClient(context.engine.base, input.client)),
  suggest: os.suggest.handler(({ input, context }) => suggestClients(context.engine.base, input)),
  create: os.create.handler(({ input, context }) =>
    createHandover(context.engine.base, input.id, input.values),
  ),
  edit: os.edit.handler(({ input, context }) => editHandover(context.engine.base, input.id, input.values)),
  end: os.end.handler(({ input, context }) => endHandover(context.engine.base, input.id)),
});
