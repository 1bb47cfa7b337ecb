/** What axe says of a window at rest: text that is just coming or going is paler than it will be, or was. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

interface Asked {
  /** Selector of the part to look at; the whole page when it is not given. */
  within?: string;
  /** Only these rules of axe. */
  rules?: string[];
}

export async function expectAccessible(page: Page, { within, rules }: Asked = {}): Promise<void> {
  // Nothing begins to move while axe looks; what is moving already comes to its end.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(() => page.evaluate(findMoving), 'the window comes to rest').toEqual([]);
  const axe = new AxeBuilder({ page });
  if (within !== undefined) axe.include(within);
  if (rules) axe.withRules(rules);
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      where: nodes.slice(0, 5).map(({ html, failureSummary }) => ({ html, failureSummary })),
    })),
  ).toEqual([]);
}

/** Runs in the window: what runs through a passage with an end, or is about to. A turning wheel never rests. */
function findMoving(): string[] {
  const running = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    .map(
      ({ effect }) =>
        (effect instanceof KeyframeEffect ? effect.target?.outerHTML : undefined) ?? 'an animation',
    );
  // The library shows a popover one or two frames before its passage begins, transparent.
  const transparent = [...document.querySelectorAll<HTMLElement>('[style*="transition"]')]
    .filter((element) => element.checkVisibility() && getComputedStyle(element).opacity !== '1')
    .map(({ outerHTML }) => outerHTML);
  return [...running, ...transparent].map((html) => html.slice(0, 120));
}
