/** How promises and requests are filtered in this window, and whose promises are looked at. */
import { create } from 'zustand';
import type { PromiseFilter, RequestFilter } from '#shared/contract/promises.ts';
import { PROMISE_STATES } from '#shared/entities/promises.ts';

export type Side = 'ours' | 'theirs';
export type ChosenFilters = Record<string, string[] | undefined>;

interface PromiseListState {
  side: Side;
  text: string;
  chosen: ChosenFilters;
  requestText: string;
  requestChosen: ChosenFilters;
  plotShown: boolean;
  setSide(side: Side): void;
  setText(text: string): void;
  setChosen(chosen: ChosenFilters): void;
  setRequestText(text: string): void;
  setRequestChosen(chosen: ChosenFilters): void;
  togglePlot(): void;
}

export const usePromiseList = create<PromiseListState>((set) => ({
  side: 'ours',
  text: '',
  chosen: {},
  requestText: '',
  requestChosen: {},
  plotShown: false,
  setSide: (side) => set({ side }),
  setText: (text) => set({ text }),
  setChosen: (chosen) => set({ chosen }),
  setRequestText: (requestText) => set({ requestText }),
  setRequestChosen: (requestChosen) => set({ requestChosen }),
  togglePlot: () => set((state) => ({ plotShown: !state.plotShown })),
}));

/** Without a chosen state the due list: what is open. */
export function promiseFilterOf(side: Side, text: string, chosen: ChosenFilters): PromiseFilter {
  const filter: PromiseFilter = { side };
  const states = PROMISE_STATES.filter((state) => chosen['state']?.includes(state));
  filter.state = states.length > 0 ? states : ['open'];
  if (text.trim()) filter.text = text.trim().slice(0, 200);
  if (chosen['mine']?.length) filter.mine = true;
  return filter;
}

/** Without a chosen state what waits for an answer. */
export function requestFilterOf(text: string, chosen: ChosenFilters): RequestFilter {
  const filter: RequestFilter = {};
  const states = chosen['state'] ?? ['open'];
  if (states.length === 1) filter.state = states[0] === 'answered' ? 'answered' : 'open';
  if (text.trim()) filter.text = text.trim().slice(0, 200);
  if (chosen['mine']?.length) filter.mine = true;
  if (chosen['department']?.length) filter.department = chosen['department'];
  return filter;
}
