/**
 * Brings the row of the opened record into sight once, when it was opened by a link or found by search: the list begins
 * at its top and would otherwise not show where one is.
 */
import { useEffect, useRef } from 'react';
import type { LiveWindow } from '#renderer/lib/live-window.ts';

interface ShowSelected<R> {
  live: LiveWindow<R>;
  rowId(row: R): string;
  selected: string | null;
  /** The row under the keys: opened by hand, it is in sight already. */
  active: R | undefined;
  show(index: number): void;
}

export function useShowSelected<R>(asked: ShowSelected<R>): void {
  const { live, selected } = asked;
  const latest = useRef(asked);
  latest.current = asked;
  const shown = useRef<string>(null);
  const ready = (live.total ?? 0) > 0 && !live.stale;
  const { find } = live;
  useEffect(() => {
    if (!selected || !ready || shown.current === selected) return;
    const { active, rowId } = latest.current;
    shown.current = selected;
    if (active && rowId(active) === selected) return;
    let left = false;
    const look = async () => {
      const index = await find((row) => latest.current.rowId(row) === selected);
      if (!left && index !== undefined) latest.current.show(index);
    };
    // Without it the list stands where it stood, which loses nothing.
    look().catch(() => {});
    return () => {
      left = true;
    };
  }, [selected, ready, find]);
}
