/**
 * Keys inside the composer: Ctrl+Enter writes, Esc closes and keeps what was typed, Alt+O and Alt+P go to the next
 * objection and promise from wherever one types.
 */
import type { KeyboardEvent } from 'react';

export type HeardLine = 'objection' | 'promise';

const LINES: Record<string, HeardLine> = { KeyO: 'objection', KeyP: 'promise' };

export function composerKeys(commit: () => void, leave: () => void, goTo?: (line: HeardLine) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit();
    }
    // By the place of the key: with Alt, some keyboards type another letter.
    const line = event.altKey && !event.ctrlKey && !event.metaKey ? LINES[event.code] : undefined;
    if (line && goTo) {
      event.preventDefault();
      goTo(line);
    }
    // Esc in an open list of options belongs to the list.
    const listOpen =
      event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Escape' && !listOpen) {
      event.preventDefault();
      leave();
    }
  };
}
