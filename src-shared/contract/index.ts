/** The whole contract: the same procedures over a message port, a socket and the command line. */
import { attachments } from './attachments.ts';
import { backups } from './backups.ts';
import { calendar } from './calendar.ts';
import { briefs } from './brief.ts';
import { calls } from './calls.ts';
import { clients, contacts, positions } from './clients.ts';
import { checklists, contracts } from './contracts.ts';
import { duplicates } from './duplicates.ts';
import { daily } from './day.ts';
import { exchange } from './exchange.ts';
import { gate } from './gate.ts';
import { handovers } from './handover.ts';
import { keys } from './keys.ts';
import { meetingPlans } from './meeting-plans.ts';
import { meetings } from './meetings.ts';
import { objections } from './objections.ts';
import { departmentRequests, promises } from './promises.ts';
import { drafts, history, live, search, status, undo, verify } from './records.ts';
import { settings } from './settings.ts';
import { conflicts, sync } from './sync.ts';
import { trips } from './trips.ts';

export const contract = {
  gate,
  keys,
  backups,
  settings,
  day: daily,
  clients,
  contacts,
  positions,
  meetings,
  meetingPlans,
  trips,
  calls,
  calendar,
  brief: briefs,
  promises,
  departmentRequests,
  objections,
  contracts,
  checklists,
  attachments,
  search,
  drafts,
  undo,
  history,
  status,
  verify,
  duplicates,
  handovers,
  exchange,
  sync,
  conflicts,
  live,
};

export type Contract = typeof contract;
