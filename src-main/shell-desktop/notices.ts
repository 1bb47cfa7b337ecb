/** What is said outside the window, while nobody looks at it: fixed kinds, texts of the catalogue, no names. */
import { Notification } from 'electron';
import type { NoticeKind } from '#shared/desktop/bridge.ts';
import type { MainWindow } from './main-window.ts';
import type { Words } from './words.ts';

export function showNotice(window: MainWindow, { say }: Words, kind: NoticeKind, count: number): void {
  if (window.window.isFocused() || !Notification.isSupported()) return;
  const notice = new Notification({
    title: say(`desktop.notice.${kind}.title`),
    body: say(`desktop.notice.${kind}.text`, { count }),
  });
  notice.on('click', () => window.show());
  notice.show();
}
