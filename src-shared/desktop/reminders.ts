/** What the engine tells the desktop to remind of, and what the window does when somebody clicks it. */
import type { ReminderKind } from '../domain/day/reminders.ts';

/** Reminders of one kind that fell due together. */
export interface ReminderNotice {
  kind: ReminderKind;
  keys: string[];
  /** What is opened; null when there are several, which stand on the screen of the day. */
  open: { kind: ReminderKind; record: string; callList: string | null } | null;
  /** Local time "HH:MM" of a single meeting or call. */
  time: string | null;
  /** Client and subject of a single one; null unless the person wants names to be shown by the system. */
  about: string | null;
}

export type ReminderOpened = Pick<ReminderNotice, 'keys' | 'open'>;
