import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  detour,
  distance,
  inTimeOrder,
  lengthOf,
  type Point,
  type Stop,
  suggestRoute,
} from '#shared/domain/day/route.ts';

const BRATISLAVA = { latitude: 48.15, longitude: 17.09 };
const TRNAVA = { latitude: 48.37, longitude: 17.59 };
const ZILINA = { latitude: 49.22, longitude: 18.74 };
const KOSICE = { latitude: 48.69, longitude: 21.28 };

const stop = (id: string, point: Point, at: number | null = null): Stop => ({ id, point, at });

const point = fc.record({
  latitude: fc.double({ min: 47.7, max: 49.6, noNaN: true }),
  longitude: fc.double({ min: 16.8, max: 22.6, noNaN: true }),
});
const stops = fc
  .array(fc.tuple(point, fc.option(fc.integer({ min: 0, max: 6 }))), { maxLength: 8 })
  .map((all) => all.map(([where, at], place) => stop(`s${place}`, where, at)));

test('a distance is that of the great circle: a degree of the equator is 111.2 km', () => {
  expect(distance({ latitude: 0, longitude: 17 }, { latitude: 0, longitude: 18 })).toBeCloseTo(111.195, 2);
  expect(distance(BRATISLAVA, KOSICE)).toBeCloseTo(distance(KOSICE, BRATISLAVA), 9);
  expect(distance(ZILINA, ZILINA)).toBe(0);
});

test('a route is the same stops, never longer than the given order, and keeps the times', () => {
  fc.assert(
    fc.property(stops, fc.option(point), (given, from) => {
      const route = suggestRoute(given, from);
      expect(route.order.toSorted()).toEqual(given.map(({ id }) => id).toSorted());
      expect(route.kilometres).toBeLessThanOrEqual(lengthOf(inTimeOrder(given), from) + 1e-6);
      const times = route.order.flatMap((id) => given.find((one) => one.id === id)?.at ?? []);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      const gone = route.order.flatMap((id) => given.find((one) => one.id === id) ?? []);
      expect(lengthOf(gone, from)).toBeCloseTo(route.kilometres, 6);
    }),
  );
});

test('a stop without a time goes where it lies on the way', () => {
  const day = [stop('Bratislava', BRATISLAVA, 8), stop('Košice', KOSICE, 15), stop('Žilina', ZILINA)];
  expect(suggestRoute(day, null).order).toEqual(['Bratislava', 'Žilina', 'Košice']);
  expect(suggestRoute([...day, stop('Trnava', TRNAVA)], null).order).toEqual([
    'Bratislava',
    'Trnava',
    'Žilina',
    'Košice',
  ]);
});

test('times are not given up for a shorter way', () => {
  const day = [stop('Bratislava', BRATISLAVA, 8), stop('Košice', KOSICE, 10), stop('Trnava', TRNAVA, 15)];
  expect(suggestRoute(day, null).order).toEqual(['Bratislava', 'Košice', 'Trnava']);
});

test('a detour is measured at its cheapest place, also before the first and behind the last stop', () => {
  const day = [stop('Bratislava', BRATISLAVA), stop('Žilina', ZILINA)];
  expect(detour(day, TRNAVA, null)).toMatchObject({ before: 'Žilina' });
  expect(detour(day, TRNAVA, null).kilometres).toBeLessThan(10);
  expect(detour(day, KOSICE, null)).toMatchObject({ before: null });
  expect(detour([], KOSICE, null)).toEqual({ kilometres: 0, before: null });
});
