/** The focus among the items of checklists: C goes to the first open one, arrows go on from there. */

const ITEM = 'input[data-checklist-item]';

/** The first item not done on the screen, else the first of all; false when there is no checklist. */
export function focusFirstOpenItem(): boolean {
  const found =
    document.querySelector<HTMLElement>(`${ITEM}:not(:checked)`) ?? document.querySelector<HTMLElement>(ITEM);
  found?.focus();
  found?.scrollIntoView({ block: 'nearest' });
  return found !== null;
}

/** Moves the focus `step` items on within the panel. */
export function focusNeighbour(panel: HTMLElement, from: Element, step: number): void {
  const items = [...panel.querySelectorAll<HTMLElement>(ITEM)];
  items[items.indexOf(from as HTMLElement) + step]?.focus();
}
