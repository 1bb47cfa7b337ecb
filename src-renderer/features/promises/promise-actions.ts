/** What is done to a promise with one key or button, each with its way back. */
import { create } from 'zustand';
import { rpc } from '#renderer/lib/client.ts';
import { runCommand } from '#renderer/lib/run.ts';

/** What the actions and the snooze dialog need to know of a promise. */
export interface PromiseInHand {
  id: string;
  text: string;
  state: string;
  dueOn: string | null;
}

interface SnoozeState {
  promise: PromiseInHand | null;
  open(promise: PromiseInHand): void;
  close(): void;
}

/** The promise in the snooze dialog. */
export const useSnooze = create<SnoozeState>((set) => ({
  promise: null,
  open: (promise) => set({ promise }),
  close: () => set({ promise: null }),
}));

const HEAD = 60;

function head(text: string): string {
  return text.length > HEAD ? `${text.slice(0, HEAD).trimEnd()}…` : text;
}

export function keepPromise({ id, text, state }: PromiseInHand): void {
  if (state === 'kept') return;
  const options = { done: 'promises.kept', params: { text: head(text) }, undoable: true } as const;
  void runCommand(rpc.promises.keep({ id }), options);
}

export function breakPromise({ id, text, state }: PromiseInHand): void {
  if (state === 'broken') return;
  const options = { done: 'promises.broken', params: { text: head(text) }, undoable: true } as const;
  void runCommand(rpc.promises.break({ id }), options);
}

export function withdrawPromise({ id, text }: PromiseInHand): void {
  const options = { done: 'promises.withdrawn', params: { text: head(text) }, undoable: true } as const;
  void runCommand(rpc.promises.withdraw({ id }), options);
}

export function reopenPromise({ id, text }: PromiseInHand): void {
  const options = { done: 'promises.reopened', params: { text: head(text) }, undoable: true } as const;
  void runCommand(rpc.promises.reopen({ id }), options);
}

export function wakePromise({ id }: PromiseInHand): void {
  void runCommand(rpc.promises.unsnooze({ id }), { done: 'promises.woken', undoable: true });
}

/** A promise without a last day is given one in the same dialog; a closed one is left alone. */
export function snoozePromise(promise: PromiseInHand): void {
  if (promise.state === 'open') useSnooze.getState().open(promise);
}

/** Keys over a promise, in the lists and on its page. */
export const PROMISE_KEYS: Record<string, (promise: PromiseInHand) => void> = {
  d: keepPromise,
  x: breakPromise,
  z: snoozePromise,
};
