/** autoUpdater: only that an installer takes over is told through it on Windows and Linux. */
import { StandInEmitter } from './refuse-unknown.ts';

class AutoUpdater extends StandInEmitter {
  protected readonly events = ['before-quit-for-update'];
}

export const autoUpdater = new AutoUpdater();
