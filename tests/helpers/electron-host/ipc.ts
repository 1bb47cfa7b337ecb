/** ipcMain: what pages send and ask. */
import { StandInEmitter } from './refuse-unknown.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

class IpcMain extends StandInEmitter {
  protected readonly events = null;
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** The stand-in's own: what a page's `invoke` gets. */
  static async answer(ipc: IpcMain, channel: string, event: object, args: unknown[]): Promise<unknown> {
    const handler = ipc.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...args);
  }
}

export const ipcMain = new IpcMain();

export function answerInvoke(channel: string, event: object, args: unknown[]): Promise<unknown> {
  return IpcMain.answer(ipcMain, channel, event, args);
}
