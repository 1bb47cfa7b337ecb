/** What the window says only inside the desktop program. */
export const inDesktop = {
  open: 'Open',
  openFailed: 'The file could not be opened. This computer may have no program for it; the file is saved.',
  restarted: 'The engine of Vizitka crashed and was started again. What was saved is saved; drafts are kept.',
  silent:
    'The engine of Vizitka does not answer. If this lasts, quit Vizitka and start it again; what was saved stays.',
  ended: 'The engine of Vizitka keeps crashing and is not started any more. What was saved is saved.',
  startAgain: 'Start Vizitka again',
  startAsk: 'Should Vizitka start together with the computer? It will wait beside the clock.',
  startYes: 'Yes, start it',
  startNo: 'No',
  title: 'Vizitka on this computer',
  startSwitch: 'Start together with the computer',
  startHint: 'When its window is closed, Vizitka then waits beside the clock.',
} as const;
