import { access } from './sk/access.ts';
import { actions } from './sk/actions.ts';
import { app } from './sk/app.ts';
import { attachments } from './sk/attachments.ts';
import { backups } from './sk/backups.ts';
import { brief } from './sk/brief.ts';
import { calls } from './sk/calls.ts';
import { choices } from './sk/choices.ts';
import { calendar } from './sk/calendar.ts';
import { clients } from './sk/clients.ts';
import { common } from './sk/common.ts';
import { contacts } from './sk/contacts.ts';
import { contracts } from './sk/contracts.ts';
import { duplicates } from './sk/duplicates.ts';
import { day } from './sk/day.ts';
import { exchange } from './sk/exchange.ts';
import { fields } from './sk/fields.ts';
import { inDesktop } from './sk/in-desktop.ts';
import { licences } from './sk/licences.ts';
import { meetingPlans } from './sk/meeting-plans.ts';
import { handover } from './sk/handover.ts';
import { meetings } from './sk/meetings.ts';
import { objections } from './sk/objections.ts';
import { print } from './sk/print.ts';
import { problems } from './sk/problems.ts';
import { promises } from './sk/promises.ts';
import { settings } from './sk/settings.ts';
import { sync } from './sk/sync.ts';
import { trips } from './sk/trips.ts';
import { updates } from './sk/updates.ts';

export const sk = {
  access,
  actions,
  app,
  attachments,
  backups,
  brief,
  calls,
  choices,
  calendar,
  clients,
  common,
  contacts,
  contracts,
  duplicates,
  day,
  exchange,
  fields,
  inDesktop,
  licences,
  meetingPlans,
  handover,
  meetings,
  objections,
  print,
  problems,
  promises,
  settings,
  sync,
  trips,
  updates,
} as const;
