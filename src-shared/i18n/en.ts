import { access } from './en/access.ts';
import { actions } from './en/actions.ts';
import { app } from './en/app.ts';
import { attachments } from './en/attachments.ts';
import { backups } from './en/backups.ts';
import { brief } from './en/brief.ts';
import { calls } from './en/calls.ts';
import { choices } from './en/choices.ts';
import { calendar } from './en/calendar.ts';
import { clients } from './en/clients.ts';
import { common } from './en/common.ts';
import { contacts } from './en/contacts.ts';
import { contracts } from './en/contracts.ts';
import { duplicates } from './en/duplicates.ts';
import { day } from './en/day.ts';
import { exchange } from './en/exchange.ts';
import { fields } from './en/fields.ts';
import { inDesktop } from './en/in-desktop.ts';
import { licences } from './en/licences.ts';
import { meetingPlans } from './en/meeting-plans.ts';
import { handover } from './en/handover.ts';
import { meetings } from './en/meetings.ts';
import { objections } from './en/objections.ts';
import { print } from './en/print.ts';
import { problems } from './en/problems.ts';
import { promises } from './en/promises.ts';
import { settings } from './en/settings.ts';
import { sync } from './en/sync.ts';
import { trips } from './en/trips.ts';
import { updates } from './en/updates.ts';

export const en = {
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
