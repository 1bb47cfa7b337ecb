/** What the engine's thread and the shell that started it say to each other, apart from the procedures. */
import type { MessagePort } from 'node:worker_threads';
import type { RefusalReason } from '../security/refusal.ts';
import type { OpenedProfile, View } from './host.ts';

export type ToEngine = { do: 'connect'; port: MessagePort; view: View } | { do: 'close' };

export type FromEngine =
  | { is: 'open'; opened: OpenedProfile }
  | { is: 'refused'; reason: RefusalReason; details: Readonly<Record<string, string | number>> }
  | { is: 'closed' };
