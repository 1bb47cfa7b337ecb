/** What the composer above the timeline is asked to do; keys of the desk and buttons of the timeline speak through it. */
import { create } from 'zustand';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import type { InteractionKind } from './log-draft.ts';

export type LogFocus = 'summary' | 'objection' | 'promise';

export type ComposerAsk =
  | {
      what: 'log';
      /** Null keeps the kind that the draft has. */
      kind: InteractionKind | null;
      /** Where the focus goes; nowhere when a draft merely comes back. */
      focus: LogFocus | null;
      /** The planned meeting that the entry is the record of. */
      meeting?: string | null;
    }
  | { what: 'objection' }
  | { what: 'correct'; entry: TimelineEntry };

interface ComposerState {
  client: string | null;
  ask: ComposerAsk | null;
  /** Counts the asks, so that the same one twice moves the focus again. */
  turn: number;
  request(client: string, ask: ComposerAsk): void;
  close(): void;
}

export const useComposer = create<ComposerState>((set) => ({
  client: null,
  ask: null,
  turn: 0,
  request: (client, ask) => set((before) => ({ client, ask, turn: before.turn + 1 })),
  close: () => set({ ask: null }),
}));

/** Begins an entry of this kind, or changes the kind of the one that is open. */
export function beginLog(client: string, kind: InteractionKind, meeting = meetingWritten(client)): void {
  useComposer.getState().request(client, { what: 'log', kind, focus: 'summary', meeting });
}

/** An objection belongs to the entry being written; without one it is an objection alone. */
export function beginObjection(client: string): void {
  if (!goOn(client, 'objection')) useComposer.getState().request(client, { what: 'objection' });
}

/** Moves the focus within the entry that is being written; false where there is none. */
export function goOn(client: string, focus: LogFocus): boolean {
  const { client: at, ask, request } = useComposer.getState();
  const writing = at === client && ask?.what === 'log';
  if (writing) request(client, { ...ask, kind: null, focus });
  return writing;
}

/** The meeting whose record is being written. */
function meetingWritten(client: string): string | null {
  const { client: at, ask } = useComposer.getState();
  return (at === client && ask?.what === 'log' && ask.meeting) || null;
}
