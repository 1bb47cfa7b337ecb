/** The router of the whole contract: the one place that knows every feature. */
import { implement } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import type { EngineContext } from '../data/context.ts';
import { attachmentsRouter } from '../features/attachments/router.ts';
import { backupsRouter } from '../features/backups/router.ts';
import { briefsRouter } from '../features/brief/router.ts';
import { callsRouter } from '../features/calls/router.ts';
import { clientsRouter, contactsRouter, positionsRouter } from '../features/clients/router.ts';
import { conflictsRouter } from '../features/conflicts/router.ts';
import { checklistsRouter, contractsRouter } from '../features/contracts/router.ts';
import { duplicatesRouter } from '../features/duplicates/router.ts';
import { dayRouter } from '../features/day/router.ts';
import { exchangeRouter } from '../features/exchange/router.ts';
import { handoversRouter } from '../features/handover/router.ts';
import { calendarRouter, meetingPlansRouter, meetingsRouter } from '../features/meetings/router.ts';
import { objectionsRouter } from '../features/objections/router.ts';
import { departmentRequestsRouter, promisesRouter } from '../features/promises/router.ts';
import { recordsRouter } from '../features/records/router.ts';
import { settingsRouter } from '../features/settings/router.ts';
import { syncRouter } from '../features/sync/router.ts';
import { tripsRouter } from '../features/trips/router.ts';
import { gateRouter } from './gate.ts';
import { keysRouter } from './keys.ts';

export type { EngineContext } from '../data/context.ts';

/**
 * A shut base answers at its gate only: everything else begins with `context.engine`, which then throws. (A
 * middleware would do it in one place, but merging contexts reads that getter before the path is looked at.)
 */
export const router = implement(contract)
  .$context<EngineContext>()
  .router({
    ...recordsRouter,
    gate: gateRouter,
    keys: keysRouter,
    backups: backupsRouter,
    day: dayRouter,
    clients: clientsRouter,
    contacts: contactsRouter,
    positions: positionsRouter,
    meetings: meetingsRouter,
    meetingPlans: meetingPlansRouter,
    trips: tripsRouter,
    calls: callsRouter,
    calendar: calendarRouter,
    brief: briefsRouter,
    promises: promisesRouter,
    departmentRequests: departmentRequestsRouter,
    objections: objectionsRouter,
    contracts: contractsRouter,
    checklists: checklistsRouter,
    attachments: attachmentsRouter,
    duplicates: duplicatesRouter,
    exchange: exchangeRouter,
    handovers: handoversRouter,
    settings: settingsRouter,
    sync: syncRouter,
    conflicts: conflictsRouter,
  });
