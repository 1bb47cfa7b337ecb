/** The program's name and its folder for one profile, and the claim to be the only window of it. */
import type { App } from 'electron';
import { makePrivateFolder, windowFolder } from './window-folder.ts';

/** Before the program is ready: the key store and Chromium's files go by name and folder. */
export function settleIn(app: App, profile: string | undefined): string {
  app.setName('Vizitka');
  // Windows shows notices only of a program that says who it is; the installer gives it the same name.
  app.setAppUserModelId('app.vizitka.desktop');
  const folder = makePrivateFolder(windowFolder(profile));
  app.setPath('userData', folder);
  // Pages come from memory, so a cache on the disk would only be one more place where they lie.
  app.commandLine.appendSwitch('disable-http-cache');
  return folder;
}

/** What a further start of the program says to the first one. */
interface Further {
  for: 'window' | 'commandLine';
}

/** False when another process has the window of this profile. Its lock lies in the folder of `settleIn`. */
export function claimWindow(app: App, why: Further['for'] = 'window'): boolean {
  return app.requestSingleInstanceLock({ for: why } satisfies Further);
}

/** Calls back when somebody starts the program for the same profile once more, to see its window. */
export function onFurtherStart(app: App, show: () => void): void {
  app.on('second-instance', (_event, _argv, _folder, said) => {
    if ((said as Partial<Further> | null)?.for !== 'commandLine') show();
  });
}
