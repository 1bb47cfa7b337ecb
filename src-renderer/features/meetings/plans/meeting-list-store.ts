/** How the list of meetings is filtered in this window: what is ahead, or what is over. */
import { create } from 'zustand';
import type { MeetingFilter } from '#shared/contract/meeting-plans.ts';
import { startOfDay } from '#shared/domain/time/instants.ts';

export type ChosenFilters = Record<string, string[] | undefined>;
export type Half = 'upcoming' | 'past';

interface MeetingListState {
  half: Half;
  text: string;
  chosen: ChosenFilters;
  setHalf(half: Half): void;
  setText(text: string): void;
  setChosen(chosen: ChosenFilters): void;
  clear(): void;
}

export const useMeetingList = create<MeetingListState>((set) => ({
  half: 'upcoming',
  text: '',
  chosen: {},
  setHalf: (half) => set({ half }),
  setText: (text) => set({ text }),
  setChosen: (chosen) => set({ chosen }),
  clear: () => set({ half: 'upcoming', text: '', chosen: {} }),
}));

/** What narrows the list beside its half. */
export function meetingFilterOf(text: string, chosen: ChosenFilters): MeetingFilter {
  const filter: MeetingFilter = {};
  if (text.trim()) filter.text = text.trim().slice(0, 200);
  if (chosen['status']) filter.status = chosen['status'];
  if (chosen['type']) filter.type = chosen['type'];
  if (chosen['whose']) filter.mine = true;
  return filter;
}

/** All of today is ahead until it is over, so that the day's meetings stay together. */
export function halfOf(half: Half, today: string, zone: string): MeetingFilter {
  const midnight = startOfDay(today, zone);
  return half === 'upcoming' ? { from: midnight } : { to: midnight };
}
