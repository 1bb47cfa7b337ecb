import { useEffect } from 'react';

/** What lies under a page over the whole window can neither be read out nor reached, and gets the focus back. */
export function useBehind(): void {
  useEffect(() => {
    const root = document.getElementById('root');
    const before = document.activeElement;
    root?.setAttribute('inert', '');
    return () => {
      root?.removeAttribute('inert');
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
}
