/**
 * Reminders outside the window, also when only the sign beside the clock is there. While the window is in front it
 * shows them itself. Names stand in them only where the person chose so: a locked screen shows them to anybody.
 */
import { Notification } from 'electron';
import type { ReminderNotice } from '#shared/desktop/reminders.ts';
import type { MainWindow } from './main-window.ts';
import type { Words } from './words.ts';

/** One that nobody holds is forgotten together with what a click on it does. */
const shown = new Set<Notification>();

export function remind(window: MainWindow, words: Words, notices: readonly ReminderNotice[]): void {
  if (window.window.isFocused() || !Notification.isSupported()) return;
  for (const notice of notices) show(window, words, notice);
}

function show(window: MainWindow, { say }: Words, { kind, keys, open, time, about }: ReminderNotice): void {
  const said = new Notification({
    title: say(`desktop.reminder.${kind}`, { count: keys.length }),
    body: [time && say('desktop.reminder.at', { time }), about].filter(Boolean).join(' · '),
  });
  shown.add(said);
  said.on('close', () => shown.delete(said));
  said.on('click', () => {
    shown.delete(said);
    window.show();
    window.tell('reminder', { keys, open });
  });
  said.show();
}
