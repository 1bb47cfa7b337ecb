/** The one opening between the window and the desktop: `window.desktop`, as `src-shared/desktop/bridge.ts` states it. */
import { contextBridge, ipcRenderer } from 'electron';
import {
  type DesktopBridge,
  type DesktopCall,
  type DesktopCalls,
  type DesktopEvents,
  ENGINE_PORT,
} from '#shared/desktop/bridge.ts';

function call<C extends DesktopCall>(name: C) {
  return (...args: Parameters<DesktopCalls[C]>) =>
    ipcRenderer.invoke(`desktop:${name}`, ...args) as Promise<ReturnType<DesktopCalls[C]>>;
}

function on<E extends keyof DesktopEvents>(
  name: E,
  listener: (detail: DesktopEvents[E]) => void,
): () => void {
  const hear = (_event: unknown, detail: DesktopEvents[E]) => listener(detail);
  ipcRenderer.on(`desktop:${name}`, hear);
  return () => void ipcRenderer.off(`desktop:${name}`, hear);
}

// A port cannot pass the bridge; a message of the window to itself can carry it.
ipcRenderer.on('desktop:port', ({ ports }) => {
  window.postMessage(ENGINE_PORT, window.location.origin, [...ports]);
});

const bridge: DesktopBridge = {
  platform: process.platform,
  connect: () => ipcRenderer.send('desktop:connect'),
  onMenu: (listener) => on('menu', listener),
  onEngine: (listener) => on('engine', listener),
  onFlush: (listener) => on('flush', () => listener()),
  onUpdates: (listener) => on('updates', listener),
  onReminder: (listener) => on('reminder', listener),
  flushed: call('flushed'),
  openFile: call('openFile'),
  print: call('print'),
  savePdf: call('savePdf'),
  notify: call('notify'),
  chooseBackupPlace: call('chooseBackupPlace'),
  startWithSystem: call('startWithSystem'),
  setStartWithSystem: call('setStartWithSystem'),
  capture: call('capture'),
  speak: call('speak'),
  startAgain: call('startAgain'),
  updates: call('updates'),
  checkUpdates: call('checkUpdates'),
  downloadUpdate: call('downloadUpdate'),
  installUpdate: call('installUpdate'),
};
contextBridge.exposeInMainWorld('desktop', bridge);
