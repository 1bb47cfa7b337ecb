/**
 * Tells a hand from a scanner: a scanner types its code with less than 30 ms between keys, so a single letter acts
 * only when 30 ms pass before and after it without another key.
 */
export const SCANNER_GAP = 30;

export interface KeyGate {
  /** A letter key went down; `act` runs unless it was part of a burst. A held key repeats at once. */
  letter(act: () => void, repeat: boolean): void;
  /** Any other key went down. */
  other(): void;
}

export function createKeyGate(now: () => number = () => performance.now()): KeyGate {
  let last = Number.NEGATIVE_INFINITY;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  function another(): boolean {
    const at = now();
    const burst = at - last < SCANNER_GAP;
    last = at;
    clearTimeout(waiting);
    waiting = undefined;
    return burst;
  }
  return {
    letter(act, repeat) {
      if (repeat) {
        last = now();
        act();
        return;
      }
      if (another()) return;
      waiting = setTimeout(() => {
        waiting = undefined;
        act();
      }, SCANNER_GAP);
    },
    other() {
      another();
    },
  };
}

/** The name of a pressed combination: `v`, `?`, `ctrl+enter`, `arrowdown`. Command counts as ctrl on a Mac. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push('ctrl');
  if (event.altKey) parts.push('alt');
  if (event.shiftKey && key.length > 1) parts.push('shift');
  return [...parts, key].join('+');
}

/** A single character without a modifier, which WCAG 2.1.4 asks to be switchable. */
export function isLetterKey(name: string): boolean {
  return name.length === 1;
}
