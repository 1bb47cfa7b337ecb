/** How the list of contracts is filtered and sorted in this window. */
import { create } from 'zustand';
import type { ContractFilter } from '#shared/contract/contracts.ts';
import { addDays } from '#shared/domain/time/day.ts';

export type ContractSort = 'deadline' | 'title';
export type ChosenFilters = Record<string, string[] | undefined>;

/** How far ahead one asks for notice deadlines, in days. */
export const HORIZONS = ['30', '60', '90', '180'] as const;

interface ContractListState {
  text: string;
  chosen: ChosenFilters;
  sort: ContractSort;
  setText(text: string): void;
  setChosen(chosen: ChosenFilters): void;
  setSort(sort: ContractSort): void;
  clear(): void;
}

export const useContractList = create<ContractListState>((set) => ({
  text: '',
  chosen: {},
  sort: 'deadline',
  setText: (text) => set({ text }),
  setChosen: (chosen) => set({ chosen }),
  setSort: (sort) => set({ sort }),
  clear: () => set({ text: '', chosen: {} }),
}));

/** Of several horizons the farthest counts, as it holds the nearer ones. */
export function contractFilterOf(text: string, chosen: ChosenFilters, today: string): ContractFilter {
  const filter: ContractFilter = {};
  if (text.trim()) filter.text = text.trim().slice(0, 200);
  if (chosen['status']) filter.status = chosen['status'];
  if (chosen['type']) filter.type = chosen['type'];
  const days = Math.max(...(chosen['notice'] ?? []).map(Number));
  if (Number.isFinite(days)) filter.noticeBefore = addDays(today, days);
  return filter;
}
