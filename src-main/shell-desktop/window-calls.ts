/**
 * The only place that listens to the window. Every call goes through the same doors: from our page at all, then
 * with an input of the right form, then to its one answer.
 */
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import type { DesktopCall, DesktopCalls } from '#shared/desktop/bridge.ts';
import { CALLS, readInput } from './call-inputs.ts';
import type { ErrorLog } from './error-log.ts';
import type { MainWindow } from './main-window.ts';
import { isOurSender, type Sent } from './sender.ts';

export type Answers = {
  [C in DesktopCall]: (
    ...args: Parameters<DesktopCalls[C]>
  ) => ReturnType<DesktopCalls[C]> | Promise<ReturnType<DesktopCalls[C]>>;
};

/** `connect` answers a request for a port to the engine by sending one to the frame that asked. */
export function answerWindow(
  { window }: MainWindow,
  answers: Answers,
  connect: (event: IpcMainEvent) => void,
  errors: ErrorLog,
): void {
  // A frame that has gone in the meantime is nobody.
  const ours = (event: IpcMainEvent | IpcMainInvokeEvent) => isOurSender(event as Sent, window.webContents);
  ipcMain.on('desktop:connect', (event) => {
    if (ours(event)) connect(event);
  });
  for (const call of CALLS) {
    ipcMain.handle(`desktop:${call}`, async (event, ...sent: unknown[]) => {
      if (!ours(event)) throw new Error('refused');
      try {
        return await answerOne(answers, call, sent);
      } catch (error) {
        errors.error(`call ${call}`, error);
        // The reason stays here: an error's message may quote what was sent.
        throw new Error('failed', { cause: undefined });
      }
    });
  }
}

function answerOne<C extends DesktopCall>(answers: Answers, call: C, sent: unknown[]): unknown {
  return answers[call](...readInput(call, sent));
}
