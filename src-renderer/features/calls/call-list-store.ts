/** How the lists are filtered in this window, and who is to be added to one. */
import { create } from 'zustand';
import type { ClientFilter } from '#shared/contract/clients.ts';

export type ChosenFilters = Record<string, string[] | undefined>;

interface CallListState {
  text: string;
  chosen: ChosenFilters;
  setText(text: string): void;
  setChosen(chosen: ChosenFilters): void;
}

export const useCallLists = create<CallListState>((set) => ({
  text: '',
  chosen: {},
  setText: (text) => set({ text }),
  setChosen: (chosen) => set({ chosen }),
}));

/** Everybody whom a list of clients shows, or one client. */
export type Meant = { filter: ClientFilter; count: number } | { client: string; name: string };

interface Adding {
  meant: Meant | null;
  open(meant: Meant): void;
  close(): void;
}

/** Who stands in the dialog that adds to a list. */
export const useAdding = create<Adding>((set) => ({
  meant: null,
  open: (meant) => set({ meant }),
  close: () => set({ meant: null }),
}));
