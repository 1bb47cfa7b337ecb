/** Where a window stood last, as far as it can stand there again. All numbers are device-independent pixels. */

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const SMALLEST = { width: 480, height: 480 } as const;
const USUAL = { width: 1366, height: 860 } as const;
/** So much of the top edge must be in sight that a hand can take hold of the window. */
const GRIP = 80;

/**
 * The kept bounds when enough of their top edge lies on one of the displays, else the usual size, in the middle of
 * the first display and never larger than it. `areas` are the displays without the system's bars, first one first.
 */
export function fitBounds(kept: Bounds | null, areas: readonly [Bounds, ...Bounds[]]): Bounds {
  const home = kept && areas.find((area) => canBeGripped(kept, area));
  if (!home) return centred(areas[0]);
  return {
    ...kept,
    width: Math.min(Math.max(kept.width, SMALLEST.width), home.width),
    height: Math.min(Math.max(kept.height, SMALLEST.height), home.height),
  };
}

function canBeGripped(kept: Bounds, area: Bounds): boolean {
  const inSight = Math.min(kept.x + kept.width, area.x + area.width) - Math.max(kept.x, area.x);
  return inSight >= GRIP && kept.y >= area.y && kept.y <= area.y + area.height - GRIP;
}

function centred(area: Bounds): Bounds {
  const width = Math.min(USUAL.width, area.width);
  const height = Math.min(USUAL.height, area.height);
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  };
}
