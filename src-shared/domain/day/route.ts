/**
 * The order of a day's stops, as the crow flies: nobody on a laptop without a network knows the roads, so what comes of
 * it is a suggestion. Stops with a time keep the order of their times; the others go where they cost least.
 */

export interface Point {
  /** Degrees. */
  latitude: number;
  longitude: number;
}

export interface Stop {
  id: string;
  point: Point;
  /** UTC milliseconds of a stop whose time is fixed; null for one that may be at any time. */
  at: number | null;
}

export interface Route {
  /** Ids of the stops in the order in which to go. */
  order: string[];
  /** Kilometres as the crow flies. */
  kilometres: number;
}

const EARTH_RADIUS_KM = 6_371;
const RADIANS = Math.PI / 180;
/** Less is not worth another order; it also keeps rounding from turning an order about. */
const WORTH_KM = 1e-6;

/** Great-circle distance (haversine), kilometres. */
export function distance(a: Point, b: Point): number {
  const north = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2) ** 2;
  const east = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2) ** 2;
  const along = north + Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * east;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(along)));
}

/** Length of the way through the stops as they stand, kilometres; `from` is where the day begins. */
export function lengthOf(stops: readonly Stop[], from: Point | null): number {
  let here = from;
  let length = 0;
  for (const { point } of stops) {
    if (here) length += distance(here, point);
    here = point;
  }
  return length;
}

/** The given order, with the stops that have a time put into the order of their times. */
export function inTimeOrder(stops: readonly Stop[]): Stop[] {
  const timed = stops.filter(({ at }) => at !== null).toSorted((a, b) => Number(a.at) - Number(b.at));
  return stops.map((stop) => (stop.at === null ? stop : (timed.shift() ?? stop)));
}

/**
 * A short way through all stops that begins at `from` (anywhere, when it is not known): stops without a time are put in
 * where they lengthen the way least, then pieces are turned round and single stops moved as long as that shortens it.
 * Never longer than the given order with its times respected.
 */
export function suggestRoute(stops: readonly Stop[], from: Point | null): Route {
  const given = inTimeOrder(stops);
  const inserted = insertFree(given, from);
  const best = [given, inserted]
    .map((order) => improve(order, from))
    .reduce((a, b) => (lengthOf(b, from) < lengthOf(a, from) - WORTH_KM ? b : a));
  return { order: best.map(({ id }) => id), kilometres: lengthOf(best, from) };
}

/** How much longer the way gets when one also stops at `point`, and before which stop that is (the end: `null`). */
export function detour(
  stops: readonly Stop[],
  point: Point,
  from: Point | null,
): { kilometres: number; before: string | null } {
  let best = { kilometres: Number.POSITIVE_INFINITY, before: null as string | null };
  for (let place = 0; place <= stops.length; place += 1) {
    const way = [...stops.slice(0, place), { id: '', point, at: null }, ...stops.slice(place)];
    const kilometres = lengthOf(way, from) - lengthOf(stops, from);
    if (kilometres < best.kilometres) best = { kilometres, before: stops[place]?.id ?? null };
  }
  return best;
}

function insertFree(given: readonly Stop[], from: Point | null): Stop[] {
  const way = given.filter(({ at }) => at !== null);
  for (const stop of given.filter(({ at }) => at === null)) {
    const { before } = detour(way, stop.point, from);
    const place = before === null ? way.length : way.findIndex(({ id }) => id === before);
    way.splice(place, 0, stop);
  }
  return way;
}

function improve(order: readonly Stop[], from: Point | null): Stop[] {
  let best = [...order];
  let length = lengthOf(best, from);
  for (;;) {
    const shorter = neighbours(best).find(
      (way) => keepsTimes(way) && lengthOf(way, from) < length - WORTH_KM,
    );
    if (!shorter) return best;
    best = shorter;
    length = lengthOf(best, from);
  }
}

/** Every way that differs by one piece turned round (2-opt) or by one stop moved (or-opt). */
function neighbours(way: readonly Stop[]): Stop[][] {
  const all: Stop[][] = [];
  for (let from = 0; from < way.length; from += 1) {
    for (let to = from + 2; to <= way.length; to += 1)
      all.push([...way.slice(0, from), ...way.slice(from, to).toReversed(), ...way.slice(to)]);
    const rest = way.toSpliced(from, 1);
    const moved = way[from];
    for (let place = 0; moved && place <= rest.length; place += 1)
      if (place !== from) all.push(rest.toSpliced(place, 0, moved));
  }
  return all;
}

function keepsTimes(way: readonly Stop[]): boolean {
  const times = way.flatMap(({ at }) => (at === null ? [] : [at]));
  return times.every((at, place) => place === 0 || at >= Number(times[place - 1]));
}
