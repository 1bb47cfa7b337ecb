/** Where a Slovak postcode or town lies: a list that Vizitka carries (assets/places), read when first asked for. */
import { readFileSync } from 'node:fs';
import type { Point } from '#shared/domain/day/route.ts';

let known: Map<string, Point> | undefined;

/** The middle of the postcode's places, else of the town; null where neither is known, as abroad. */
export function pointOf(place: {
  postcode: string | null;
  town: string | null;
  country: string | null;
}): Point | null {
  if (place.country && place.country !== 'SK') return null;
  known ??= readPlaces();
  const code = place.postcode?.replaceAll(/\s/g, '') ?? '';
  return known.get(code) ?? known.get(place.town?.trim() ?? '') ?? null;
}

function readPlaces(): Map<string, Point> {
  const text = readFileSync(new URL('../../../assets/places/sk.csv', import.meta.url), 'utf8');
  const places = new Map<string, Point>();
  for (const line of text.split('\n')) {
    const [place, latitude, longitude] = line.split(',');
    if (!place || !longitude || line.startsWith('#')) continue;
    places.set(place, { latitude: Number(latitude), longitude: Number(longitude) });
  }
  return places;
}
