/** What the engine and the shell that started it say to each other, apart from the procedures. */
import type { ReminderNotice } from '#shared/desktop/reminders.ts';
import type { RefusalReason } from '../security/refusal.ts';
import type { OpenedProfile, View } from './host.ts';

/** A `connect` brings the port of the new client with it, in the way of its kind of process. */
export type ToEngine = { do: 'connect'; view: View } | { do: 'close' };

export type FromEngine =
  | { is: 'open'; opened: OpenedProfile }
  | { is: 'refused'; reason: RefusalReason; details: Readonly<Record<string, string | number>> }
  /** Somebody else of the same user asks for the window of this profile. */
  | { is: 'windowAsked' }
  /** For the desktop, which shows it outside the window. */
  | { is: 'remind'; notices: ReminderNotice[] }
  | { is: 'closed' };

/** The engine's end of the line to one client, whichever kind of port carries it. */
export interface ClientPort {
  postMessage(data: unknown): void;
  onMessage(listener: (data: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}
