/** How the list of people is filtered and sorted in this window. */
import { create } from 'zustand';
import type { ContactFilter } from '#shared/contract/clients.ts';

export type ChosenFilters = Record<string, string[] | undefined>;

export const CONTACT_FACETS = ['role', 'stance', 'language', 'preferredChannel'] as const;

interface ContactListState {
  text: string;
  chosen: ChosenFilters;
  descending: boolean;
  setText(text: string): void;
  setChosen(chosen: ChosenFilters): void;
  setDescending(descending: boolean): void;
  clear(): void;
}

export const useContactList = create<ContactListState>((set) => ({
  text: '',
  chosen: {},
  descending: false,
  setText: (text) => set({ text }),
  setChosen: (chosen) => set({ chosen }),
  setDescending: (descending) => set({ descending }),
  clear: () => set({ text: '', chosen: {} }),
}));

export function contactFilterOf(text: string, chosen: ChosenFilters): ContactFilter {
  const filter: ContactFilter = {};
  if (text.trim()) filter.text = text.trim().slice(0, 200);
  for (const facet of CONTACT_FACETS) {
    const values = chosen[facet];
    if (values && values.length > 0) filter[facet] = values;
  }
  return filter;
}
