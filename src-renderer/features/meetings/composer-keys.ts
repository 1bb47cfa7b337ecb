/** Keys inside the composer: Ctrl+Enter writes, Esc closes and keeps what was typed. */
import type { KeyboardEvent } from 'react';

export function composerKeys(commit: () => void, leave: () => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit();
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
