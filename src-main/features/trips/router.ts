/** Procedures of the trip log. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { trips } from '#shared/contract/trips.ts';
import { createTrip, editTrip, removeTrip } from './commands.ts';
import { exportTrips } from './export.ts';
import { getTrip, getVisit, lastDistance, readMonth, suggestTrip } from './queries.ts';

const os = implement(trips).$context<EngineContext>();

export const tripsRouter = os.router({
  month: os.month.handler(({ input, context }) => readMonth(context.engine.base, input)),
  get: os.get.handler(({ input, context }) => getTrip(context.engine.base, input.id)),
  visit: os.visit.handler(({ input, context }) => getVisit(context.engine.base, input.id)),
  suggest: os.suggest.handler(({ input, context }) => suggestTrip(context.engine.base, input.on)),
  distance: os.distance.handler(({ input, context }) =>
    lastDistance(context.engine.base, input.from, input.to),
  ),
  create: os.create.handler(({ input, context }) => createTrip(context.engine.base, input.id, input.values)),
  edit: os.edit.handler(({ input, context }) => editTrip(context.engine.base, input.id, input.values)),
  remove: os.remove.handler(({ input, context }) => removeTrip(context.engine.base, input.id)),
  export: os.export.handler(({ input, context }) => exportTrips(context.engine.base, input)),
});
