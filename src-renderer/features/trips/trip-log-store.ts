/** Which month of whose trip log this window shows. */
import { create } from 'zustand';
import { today } from '#renderer/lib/format.ts';

interface TripLogState {
  /** YYYY-MM */
  month: string;
  /** Null is the local member. */
  member: string | null;
  setMonth(month: string): void;
  setMember(member: string | null): void;
}

export const useTripLog = create<TripLogState>((set) => ({
  month: today().slice(0, 7),
  member: null,
  setMonth: (month) => set({ month }),
  setMember: (member) => set({ member }),
}));
