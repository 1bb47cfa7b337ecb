/** Sentences of the command line and of the start: for a terminal, so not part of the window's catalogue. */
export const shell = {
  howToEnd: 'Vizitka is running. Press Ctrl+C to end it.',
  openAgain:
    'Vizitka does not know this window. Open the address printed at its start, or start it once more.',
  tokenUsed: 'This address has been used already. Start Vizitka once more and a new window opens.',
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
      'The key file {{file}} is missing. The base cannot be opened without it; restore it from a backup. Nothing was changed.',
    keyFileDamaged: 'The key file {{file}} is damaged. Restore it from a backup; nothing was changed.',
    wrongKey:
      'The key does not belong to this base, or the base is damaged. Restore the right file; nothing was changed.',
    noOpener: 'This Vizitka cannot unlock the base (ways: {{kinds}}). Nothing was changed.',
    folderUnusable:
      'The folder {{folder}} cannot be written to. Check its permissions or choose another one.',
    demoNotEmpty: 'The profile {{folder}} already holds data of your own; Vizitka adds no demo data to it.',
    crashing: 'The engine of Vizitka keeps crashing, so it has ended. What was saved is saved.',
    bug: 'Something happened that Vizitka did not expect:\n{{trace}}',
  },
} as const;
