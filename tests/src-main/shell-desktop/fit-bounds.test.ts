import { expect, test } from 'vitest';
import { fitBounds } from '#main/shell-desktop/fit-bounds.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const beside = { x: 1366, y: -200, width: 1920, height: 1080 };

test('nothing kept: the usual size in the middle, never larger than the display', () => {
  expect(fitBounds(null, [laptop])).toEqual({ x: 0, y: 0, width: 1366, height: 728 });
  expect(fitBounds(null, [{ x: 0, y: 25, width: 2560, height: 1415 }])).toEqual({
    x: 597,
    y: 303,
    width: 1366,
    height: 860,
  });
});

test('a place on a display that is there is kept', () => {
  const kept = { x: 1500, y: -100, width: 1200, height: 800 };
  expect(fitBounds(kept, [laptop, beside])).toEqual(kept);
});

test('a display that was unplugged gives the window back', () => {
  const kept = { x: 1500, y: -100, width: 1200, height: 800 };
  expect(fitBounds(kept, [laptop])).toEqual({ x: 0, y: 0, width: 1366, height: 728 });
});

test.each([
  ['above the top', { x: 100, y: -40, width: 800, height: 600 }],
  ['below the bottom', { x: 100, y: 700, width: 800, height: 600 }],
  ['hardly in sight on the left', { x: -790, y: 100, width: 800, height: 600 }],
  ['hardly in sight on the right', { x: 1300, y: 100, width: 800, height: 600 }],
])('a title bar that no hand reaches, %s', (_where, kept) => {
  expect(fitBounds(kept, [laptop])).not.toMatchObject({ x: kept.x, y: kept.y });
});

test('larger than the display shrinks, smaller than usable grows', () => {
  expect(fitBounds({ x: 10, y: 10, width: 3000, height: 2000 }, [laptop])).toMatchObject({
    width: 1366,
    height: 728,
  });
  expect(fitBounds({ x: 10, y: 10, width: 90, height: 20 }, [laptop])).toMatchObject({
    width: 480,
    height: 480,
  });
});
