/**
 * The module `electron` as far as electron-updater asks for it, with the stand-in's network and no window. It is
 * loaded only by `standInForElectron`, and set by environment: another copy of this file would not be this one.
 */
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

export { autoUpdater } from './electron-host/auto-updater.ts';
export { net } from './electron-host/protocol.ts';
export { session } from './electron-host/session.ts';

class App extends EventEmitter {
  get isPackaged(): boolean {
    return process.env['TEST_PACKAGED'] === '1';
  }

  whenReady = () => Promise.resolve();
  getVersion = () => process.env['TEST_VERSION'] ?? '';
  getName = () => 'Vizitka';
  getPath = () => process.env['TEST_USER_DATA'] ?? '';
  getAppPath = () => this.getPath();
  quit = () => fs.writeFileSync(path.join(this.getPath(), 'quit'), '');
}

export const app = new App();
