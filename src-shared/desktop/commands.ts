/**
 * Every command of the window by its id, with its name and its keys: what the palette finds and what the native menu
 * sends. Whether a command can be given at the moment is the window's to say. What the open screen alone can do stands
 * before what can be done everywhere.
 */
import type { MessageKey } from '../i18n/index.ts';

export interface CommandWords {
  readonly label: MessageKey;
  /** As the palette shows them; letters act outside fields. */
  readonly keys?: string;
}

export const COMMANDS = {
  log: { label: 'app.commands.log', keys: 'N' },
  visit: { label: 'app.commands.visit', keys: 'V' },
  call: { label: 'app.commands.call', keys: 'T' },
  promise: { label: 'app.commands.promise', keys: 'P' },
  objection: { label: 'app.commands.objection', keys: 'O' },
  meeting: { label: 'app.commands.meeting', keys: 'M' },
  checklist: { label: 'app.commands.checklist', keys: 'C' },
  brief: { label: 'app.commands.brief', keys: 'B' },
  edit: { label: 'app.commands.edit', keys: 'E' },
  print: { label: 'app.commands.print', keys: 'Ctrl P' },
  callSheet: { label: 'app.commands.callSheet' },
  savePdf: { label: 'app.commands.savePdf' },
  addToCalls: { label: 'app.commands.addToCalls' },
  exportList: { label: 'app.commands.exportList' },
  newClient: { label: 'app.commands.newClient' },
  newContact: { label: 'app.commands.newContact' },
  newMeeting: { label: 'app.commands.newMeeting' },
  newPromise: { label: 'app.commands.newPromise' },
  newRequest: { label: 'app.commands.newRequest' },
  newObjection: { label: 'app.commands.newObjection' },
  newContract: { label: 'app.commands.newContract' },
  newCallList: { label: 'app.commands.newCallList' },
  newHandover: { label: 'app.commands.newHandover' },
  newTrip: { label: 'app.commands.newTrip' },
  day: { label: 'app.commands.day' },
  week: { label: 'app.commands.week' },
  eveningCheck: { label: 'app.commands.eveningCheck' },
  clients: { label: 'app.commands.clients' },
  contacts: { label: 'app.commands.contacts' },
  meetings: { label: 'app.commands.meetings' },
  calls: { label: 'app.commands.calls' },
  promises: { label: 'app.commands.promises' },
  objections: { label: 'app.commands.objections' },
  contracts: { label: 'app.commands.contracts' },
  handover: { label: 'app.commands.handover' },
  trips: { label: 'app.commands.trips' },
  calendar: { label: 'app.commands.calendar' },
  exchange: { label: 'app.commands.exchange' },
  sync: { label: 'app.commands.sync' },
  conflicts: { label: 'app.commands.conflicts' },
  settings: { label: 'app.commands.settings' },
  import: { label: 'app.commands.import' },
  export: { label: 'app.commands.export' },
  syncNow: { label: 'app.commands.syncNow' },
  stayOffline: { label: 'app.commands.stayOffline' },
  goOnline: { label: 'app.commands.goOnline' },
  undo: { label: 'app.commands.undo', keys: 'Ctrl Z' },
  search: { label: 'app.commands.search', keys: 'Ctrl K' },
  keys: { label: 'app.commands.keys', keys: '?' },
  light: { label: 'app.commands.light' },
  dark: { label: 'app.commands.dark' },
  contrast: { label: 'app.commands.contrast' },
  systemLook: { label: 'app.commands.systemLook' },
  slovak: { label: 'app.commands.slovak' },
  english: { label: 'app.commands.english' },
  demo: { label: 'app.commands.demo' },
  ownBase: { label: 'app.commands.ownBase' },
} as const satisfies Record<string, CommandWords>;

export type CommandId = keyof typeof COMMANDS;
export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[];
