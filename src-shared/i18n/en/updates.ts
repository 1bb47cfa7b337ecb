/** Updates of the desktop program: the section of the settings. */
export const updates = {
  title: 'Updates',
  off: 'Updates are off, and Vizitka asks nobody for a newer version. The administrator of the computer turns them on.',
  idle: 'Once a day Vizitka asks your company’s server for a newer version. It downloads and installs nothing without you.',
  check: 'Check now',
  checking: 'Looking for a newer version…',
  current: 'You have the newest version. Checked {{when}}.',
  available: 'There is a new version {{version}}.',
  availableSize: 'There is a new version {{version}} ({{size}}).',
  show: 'Show',
  download: 'Download',
  downloading: 'Downloading version {{version}}…',
  ready: 'Version {{version}} is downloaded and verified.',
  readyHint: 'Vizitka finishes what it is writing, quits, and the new one opens. Drafts stay drafts.',
  install: 'Install and restart',
  trouble: {
    config:
      'Updates are set up wrongly, so Vizitka asks nobody. Please tell the administrator of the computer.',
    notHere:
      'This copy of Vizitka cannot replace itself. Install the new version the way you installed the first.',
    unreachable: 'The update server does not answer. Try later; you can keep working.',
    unsigned:
      'What the server offers is not signed with your company’s key, so Vizitka will not use it. Please tell the administrator of the computer.',
    redirected:
      'The update server sends elsewhere, so nothing was downloaded. Please tell the administrator of the computer.',
    damaged:
      'The file of the new version is not the one your company signed, so Vizitka threw it away. Try again; if it happens again, please tell the administrator of the computer.',
    disk: 'The new version could not be stored. Check that there is room on the disk, and try again.',
    notInstalled: 'The new version could not be installed. You keep the one you have.',
  },
} as const;
