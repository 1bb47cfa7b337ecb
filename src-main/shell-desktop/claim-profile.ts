/** One window per profile: the folder of this one, or null when another process has its window already. */
import type { App } from 'electron';
import { makePrivateFolder, windowFolder } from './window-folder.ts';

/** The lock lies in Chromium's folder, so it is set first; the other process is told to come to the front. */
export function claimProfile(app: App, profile: string | undefined): string | null {
  app.setName('Vizitka');
  // Windows shows notices only of a program that says who it is; the installer gives it the same name.
  app.setAppUserModelId('app.vizitka.desktop');
  const folder = makePrivateFolder(windowFolder(profile));
  app.setPath('userData', folder);
  // Pages come from memory, so a cache on the disk would only be one more place where they lie.
  app.commandLine.appendSwitch('disable-http-cache');
  return app.requestSingleInstanceLock() ? folder : null;
}
