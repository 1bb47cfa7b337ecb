/** Procedures of the timeline. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { meetings } from '#shared/contract/meetings.ts';
import { correctInteraction, logInteraction } from './commands.ts';
import { getEntry, readTimeline } from './queries.ts';

const os = implement(meetings).$context<EngineContext>();

export const meetingsRouter = os.router({
  timeline: os.timeline.handler(({ input, context }) => readTimeline(context.engine.base, input)),
  get: os.get.handler(({ input, context }) => getEntry(context.engine.base, input.id)),
  log: os.log.handler(({ input, context }) => logInteraction(context.engine.base, input)),
  correct: os.correct.handler(({ input, context }) => correctInteraction(context.engine.base, input)),
});
