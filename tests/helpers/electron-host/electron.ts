/** The module `electron` of the main process. What is not exported here fails at its import, by name. */
import { app } from './app.ts';
import { autoUpdater } from './auto-updater.ts';
import { BrowserWindow } from './browser-window.ts';
import { ipcMain } from './ipc.ts';
import {
  dialog,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  screen,
  shell,
  Tray,
} from './native.ts';
import { MessageChannelMain } from './ports.ts';
import { net, protocol } from './protocol.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { safeStorage } from './safe-storage.ts';
import { session } from './session.ts';
import { utilityProcess } from './utility-process.ts';
import { WebContents } from './web-contents.ts';

const webContents = refuseUnknown('webContents', {
  fromId: WebContents.fromId,
  getAllWebContents: WebContents.getAllWebContents,
});

export {
  app,
  autoUpdater,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
  webContents,
};

/** What a test is given as `electron`. */
export const electronModule = refuseUnknown('electron', {
  app,
  autoUpdater,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
  webContents,
});

export default electronModule;
