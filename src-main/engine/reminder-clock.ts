/** Looks each minute what the person is to be reminded of, window or no window; a shut base reminds of nothing. */
import type { ReminderNotice } from '#shared/desktop/reminders.ts';
import type { Engine } from '../data/context.ts';
import { endReminders, remindersNow } from '../features/day/facts.ts';
import { reportBug } from './trace.ts';

const EVERY_MS = 60_000;

export interface ReminderClock {
  stop(): void;
}

/** `tell` gets what has fallen due, when anything has. */
export function startReminderClock(
  engine: () => Engine | null,
  tell: (notices: ReminderNotice[]) => void,
): ReminderClock {
  const look = () => {
    const open = engine();
    if (!open) return;
    try {
      const notices = remindersNow(open.base);
      if (notices.length > 0) tell(notices);
    } catch (error) {
      // A full disk mends itself or is told by the next write; the look of the next minute tries again.
      reportBug(error);
    }
  };
  const timer = setInterval(look, EVERY_MS).unref();
  // The shell is told first that the base is open.
  const first = setImmediate(look);
  return {
    stop() {
      clearInterval(timer);
      clearImmediate(first);
      const open = engine();
      if (open) endReminders(open.base);
    },
  };
}
