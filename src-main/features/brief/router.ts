/** Procedures of the brief. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { briefs } from '#shared/contract/brief.ts';
import { briefOfClient, briefOfMeeting } from './queries.ts';

const os = implement(briefs).$context<EngineContext>();

export const briefsRouter = os.router({
  ofMeeting: os.ofMeeting.handler(({ input, context }) => briefOfMeeting(context.engine.base, input.id)),
  ofClient: os.ofClient.handler(({ input, context }) =>
    briefOfClient(context.engine.base, input.client, input.type ?? null),
  ),
});
