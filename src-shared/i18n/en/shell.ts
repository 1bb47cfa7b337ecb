/** Sentences of the command line and of the start: for a terminal, so not part of the window's catalogue. */
import { desktop } from './desktop.ts';

export const shell = {
  desktop,
  howToEnd: 'Vizitka is running. Press Ctrl+C to end it.',
  openAgain:
    'Vizitka does not know this window. Open the address printed at its start, or start it once more.',
  tokenUsed: 'This address has been used already. Start Vizitka once more and a new window opens.',
  noDesktop: {
    root: 'A window in Electron does not open for the administrator (root), under whom its sandbox does not work; Vizitka opens in the browser.',
    noScreen: 'There is no screen here for a window in Electron; Vizitka opens in the browser.',
    missing: 'Electron is not here and could not be downloaded; Vizitka opens in the browser.',
  },
  windowShown: 'Vizitka is already running in its own window, which is in front now.',
  notBuilt: 'The window of Vizitka has not been built yet ({{folder}}). Run npm start.',
  portTaken: 'Another program already uses port {{port}}. Choose another one or leave --port out.',
  restarted: 'The engine of Vizitka crashed and was started again. What was saved is saved; drafts are kept.',
  keyTightened: 'Other users of this computer could read the key file. Vizitka has closed it to them.',
  risk: {
    dropbox:
      'Careful: Dropbox synchronises the folder {{folder}}. It can damage the base; move it elsewhere.',
    onedrive:
      'Careful: OneDrive synchronises the folder {{folder}}. It can damage the base; move it elsewhere.',
    googleDrive:
      'Careful: Google Drive synchronises the folder {{folder}}. It can damage the base; move it elsewhere.',
    icloud: 'Careful: iCloud synchronises the folder {{folder}}. It can damage the base; move it elsewhere.',
    nextcloud:
      'Careful: Nextcloud synchronises the folder {{folder}}. It can damage the base; move it elsewhere.',
    syncthing:
      'Careful: Syncthing synchronises the folder {{folder}}. It can damage the base; move it elsewhere.',
    network:
      'Careful: the folder {{folder}} is on a network drive. It can damage the base; move it elsewhere.',
  },
  holder: {
    browser: 'a Vizitka window in the browser',
    desktop: 'a Vizitka window',
    commandLine: 'a Vizitka command in a terminal',
    unknown: 'another program',
  },
  refused: {
    held: 'The profile {{folder}} is in use by {{holder}} (process {{pid}}, since {{since}}). End it or wait.',
    slotsMissing:
      'The folder {{folder}} has a base, but its file keys.json is missing. Restore it from a backup; nothing was changed.',
    slotsDamaged: 'The file {{file}} is damaged. Restore it from a backup; nothing was changed.',
    slotsNewer:
      'The file {{file}} was written by a newer Vizitka. Open the profile with that one; nothing was changed.',
    keyFileMissing:
      'The key file {{file}} is missing. It opened the base: put it back in its place; nothing was changed.',
    keyFileDamaged: 'The key file {{file}} is damaged. Restore it from a backup; nothing was changed.',
    wrongKey: 'The key does not belong to this base. Put the right key file back; nothing was changed.',
    noOpener:
      'The base in {{folder}} does not open from here on this computer: only a Vizitka window or another computer has its key. Nothing was changed.',
    keyStoreRefused:
      "The system's key store no longer has the key of the base in {{folder}}. The base itself is untouched.",
    keyStoreNone:
      "The base in {{folder}} opens through the system's key store, and here is none that is safe. Nothing was changed.",
    codeFirst:
      'This computer has no safe key store, so a new base is made in the Vizitka window, with a recovery code.',
    baseMissing:
      'The file {{file}} is missing although its keys are here. Restore it from a backup; no empty base takes its place.',
    damaged:
      'The base {{file}} is damaged. Delete nothing and restore it from a backup; the file is left as it is.',
    unreadable:
      'The file {{file}} cannot be read or written. Check the drive, its free space and the permissions; nothing was changed.',
    folderUnusable:
      'The folder {{folder}} cannot be written to. Check its permissions or choose another one.',
    demoNotEmpty: 'The profile {{folder}} already holds data of your own; Vizitka adds no demo data to it.',
    crashing: 'The engine of Vizitka keeps crashing, so it has ended. What was saved is saved.',
    bug: 'Something happened that Vizitka did not expect:\n{{trace}}',
  },
  recovery: {
    hint: 'Its recovery code opens it: put it into the variable VIZITKA_RECOVERY_CODE.',
    ask: 'Recovery code: ',
    opened: 'The base was opened with its recovery code.',
    incomplete: 'The recovery code is not whole: it has six groups of five characters.',
    mistyped: 'The recovery code has a typo in group: {{groups}}.',
    wrong: 'This is not the recovery code of this base.',
    changed: 'This recovery code no longer opens the base: it was changed on {{when}}.',
    stillShut: 'The recovery code is right, but the base did not open.',
  },
  window: 'The opened window says what to do.',
  usage: `Usage: vizitka [--profile DIR] [--json] COMMAND

  import FILE [--as contacts|clients] [--map MAP.json] [--encoding NAME]
              [--delimiter C] [--sheet NAME] [--dry-run]
  export contacts|clients --format csv-excel|csv|xlsx|vcard30|vcard40|json --out FILE [--filter JSON]
  search TEXT              searches clients, contacts, interactions and objections
  call PROCEDURE [JSON]    calls any procedure
  procedures               lists the procedures with their JSON Schemas
  demo                     fills the demo base
  verify                   checks the base
  backup FOLDER            writes an encrypted backup into the folder
  restore FILE [--yes]     shows what a backup holds and restores it; the present base is kept aside
  login SERVER --email ADDRESS [--invitation TEXT] [--device NAME] [--yes]
                           joins the team's server; the password is asked for or in VIZITKA_PASSWORD
  sync [--once]            exchanges with the server, once or until Ctrl+C
  status                   says what waits and how the last exchange went
  conflicts [--take kept|restored ID …]   lists conflicts or settles them
  serve [--port N] [--no-open]   opens a window in the browser

  server [--data DIR] [--port N]   the team's server; also server backup FOLDER,
                           server restore FOLDER, server invite-admin, server --help

A locked base opens with the recovery code in VIZITKA_RECOVERY_CODE, or typed when asked for.

Exit code: 0 done, 1 refused, 2 wrong usage.`,
  wrongUsage: 'Wrong usage: {{what}}',
  search: {
    nothing: 'Nothing found.',
    more: '… and more',
    client: 'Clients',
    contact: 'Contacts',
    interaction: 'Interactions',
    meeting: 'Meetings',
    promise: 'Promises',
    departmentRequest: 'Requests to departments',
    attachment: 'Attachments',
    objection: 'Objections',
    contract: 'Contracts',
  },
  verify: {
    clean: 'The base is in order (records: {{records}}, changes: {{changes}}).',
    broken: 'The base is not in order. Delete nothing and restore it from a backup.',
  },
  backup: {
    done: 'The backup is made and verified: {{file}}',
  },
  restore: {
    backup:
      'Backup {{when}}: clients {{clients}}, contacts {{contacts}}, interactions {{records}}, contracts {{contracts}}',
    present:
      'Now: clients {{clients}}, contacts {{contacts}}, interactions {{records}}, contracts {{contracts}}',
    otherBase: 'The backup is of another base than the one in this profile.',
    ask: 'Restore it? The present base is kept aside. [y/n] ',
    yes: 'y',
    notAsked: 'Without a terminal it has to be confirmed by --yes. Nothing was changed.',
    left: 'Nothing was changed.',
    codeAsk: 'Recovery code of the backup: ',
    codeHint: 'Its recovery code opens the backup: put it into the variable VIZITKA_RECOVERY_CODE.',
    done: 'The base is restored.',
    aside: 'The one before is kept in the folder {{folder}}',
    salvaged:
      'Saved from the damaged base: changes {{actions}}, records {{records}}. Pages not read: {{lost}} of {{pages}}.',
  },
  import: {
    done_one: '{{count}} row imported.',
    done_other: '{{count}} rows imported.',
    dryRun_one: '{{count}} row read as a trial, nothing was written.',
    dryRun_other: '{{count}} rows read as a trial, nothing was written.',
    nothing_one: '{{count}} row read, nothing was written.',
    nothing_other: '{{count}} rows read, nothing was written.',
    clients: 'new clients',
    contacts: 'new contacts',
    positions: 'new positions',
    filled: 'records added to',
    same: 'rows with nothing new',
    differing: 'differing values (left as they were)',
    skipped: 'rows left out',
    row: 'row {{row}}',
    moreProblems_one: '… and {{count}} more problem',
    moreProblems_other: '… and {{count}} more problems',
    phase: {
      reading: 'Reading rows:',
      matching: 'Matching:',
      publishing: 'Writing:',
    },
  },
  login: {
    password: 'Password: ',
    noPassword: 'A password is needed: put it into the variable VIZITKA_PASSWORD.',
    server: 'On the server: clients {{clients}}, contacts {{contacts}}',
    clients:
      'Clients: same {{same}}, with other data {{differing}}, maybe the same {{doubtful}}, only here {{mine}}',
    contacts:
      'Contacts: same {{same}}, with other data {{differing}}, maybe the same {{doubtful}}, only here {{mine}}',
    ask: 'Join the two bases? [y/n] ',
    joined: 'The bases are joined.',
  },
  sync: {
    done: 'sent {{sent}}, received {{received}}',
  },
  status: {
    alone: 'This base is on this computer only; no server is set up.',
    server: 'Server',
    member: 'Signed in',
    unsent: 'Unsent',
    exchanged: 'Last exchange',
    verified: 'Last verified',
    conflicts: 'Conflicts',
    rejected: 'Set aside',
    never: 'never',
    staysOffline: 'Vizitka stays offline, as you wished.',
    joining: 'The base waits to be joined: repeat the command login. Until then nothing is exchanged.',
  },
  conflicts: {
    none: 'No conflicts.',
    kept: 'stands',
    lost: 'lost',
    deleted: 'removed',
    settled_one: '{{count}} conflict settled.',
    settled_other: '{{count}} conflicts settled.',
  },
  export: {
    done_one: '{{file}}: {{count}} row',
    done_other: '{{file}}: {{count}} rows',
  },
  demo: {
    filled: 'The demo base is ready in the folder {{folder}}.',
    there: 'The demo base in the folder {{folder}} is filled already.',
  },
  file: {
    missing: 'The file {{file}} does not exist.',
    unreadable: 'The file {{file}} cannot be read. Check its permissions.',
    isFolder: '{{file}} is a folder, not a file.',
    notJson: 'The file {{file}} is not valid JSON with a map of columns.',
    unwritable: 'The file {{file}} cannot be written. Nothing was written.',
    diskFull: 'The disk is full, the file {{file}} was not written. Free some space and try again.',
  },
  error: {
    badInput: 'Invalid input: {{detail}}',
    notFound: 'The record {{id}} does not exist or was removed.',
    sealed: 'A sealed record cannot be changed; write a correction.',
    tooLarge: 'Too much at once. Nothing was changed; try in parts.',
    refused: 'Vizitka refused it ({{reason}}) and changed nothing.',
    unexpected: 'Something happened that Vizitka did not expect ({{code}}).',
    lost: 'The connection to the running Vizitka broke.',
  },
  notSaved: {
    diskFull: 'Not saved: the disk is full. Free some space and try again.',
    readOnly: 'Not saved: the profile folder cannot be written to.',
    busy: 'Not saved: another program holds the file. Try again in a moment.',
    damaged: 'Not saved: the base is damaged. Delete nothing and restore it from a backup.',
  },
} as const;
