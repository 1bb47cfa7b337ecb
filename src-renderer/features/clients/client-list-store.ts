/** How the list of clients is filtered and sorted in this window; kept while one goes to other screens and back. */
import { create } from 'zustand';
import { CLIENT_FACETS, type CLIENT_SORTS, type ClientFilter } from '#shared/contract/clients.ts';

export type ClientFacet = (typeof CLIENT_FACETS)[number];
export type ClientSort = (typeof CLIENT_SORTS)[number];
export type ChosenFacets = Record<string, string[] | undefined>;

interface ClientListState {
  text: string;
  chosen: ChosenFacets;
  sort: { by: ClientSort; descending: boolean };
  setText(text: string): void;
  setChosen(chosen: ChosenFacets): void;
  setSort(sort: { by: string; descending: boolean }): void;
  clear(): void;
}

export const useClientList = create<ClientListState>((set) => ({
  text: '',
  chosen: {},
  sort: { by: 'name', descending: false },
  setText: (text) => set({ text }),
  setChosen: (chosen) => set({ chosen }),
  setSort: ({ by, descending }) => set({ sort: { by: by as ClientSort, descending } }),
  clear: () => set({ text: '', chosen: {} }),
}));

export function filterOf(text: string, chosen: ChosenFacets): ClientFilter {
  const filter: ClientFilter = {};
  if (text.trim()) filter.text = text.trim().slice(0, 200);
  for (const facet of CLIENT_FACETS) {
    const values = chosen[facet];
    if (values && values.length > 0) filter[facet] = values;
  }
  return filter;
}

export function isFiltered(filter: ClientFilter): boolean {
  return Object.keys(filter).length > 0;
}
