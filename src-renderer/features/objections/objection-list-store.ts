/** How the objection log is filtered in this window, and whether the plot shows the kinds. */
import { create } from 'zustand';
import type { ObjectionFilter } from '#shared/contract/objections.ts';

export type ChosenFilters = Record<string, string[] | undefined>;

export const OBJECTION_FACETS = ['outcome', 'kind', 'product', 'competitor'] as const;

interface ObjectionListState {
  text: string;
  chosen: ChosenFilters;
  kindsShown: boolean;
  setText(text: string): void;
  setChosen(chosen: ChosenFilters): void;
  toggleKinds(): void;
  clear(): void;
}

export const useObjectionList = create<ObjectionListState>((set) => ({
  text: '',
  chosen: {},
  kindsShown: true,
  setText: (text) => set({ text }),
  setChosen: (chosen) => set({ chosen }),
  toggleKinds: () => set((state) => ({ kindsShown: !state.kindsShown })),
  clear: () => set({ text: '', chosen: {} }),
}));

export function objectionFilterOf(text: string, chosen: ChosenFilters): ObjectionFilter {
  const filter: ObjectionFilter = {};
  if (text.trim()) filter.text = text.trim().slice(0, 200);
  for (const facet of OBJECTION_FACETS) {
    const values = chosen[facet];
    if (values && values.length > 0) filter[facet] = values;
  }
  return filter;
}
