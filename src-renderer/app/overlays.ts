/** Which overlay of the frame is open: the search, the quick log, or the list of keys. */
import { create } from 'zustand';

export type Overlay = 'search' | 'quickLog' | 'keys';

interface Overlays {
  open: Overlay | null;
  show(overlay: Overlay): void;
  close(): void;
}

export const useOverlays = create<Overlays>((set) => ({
  open: null,
  show: (overlay) => set({ open: overlay }),
  close: () => set({ open: null }),
}));
