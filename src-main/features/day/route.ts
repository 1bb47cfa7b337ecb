/** The way through today's meetings, and who lives beside it and has not heard of us for long. */
import type { Base } from '#main/data/base.ts';
import { statement } from '#main/data/statement.ts';
import type { DayMeeting, DayRoute } from '#shared/contract/day.ts';
import { detour, lengthOf, type Point, type Stop, suggestRoute } from '#shared/domain/day/route.ts';
import { pointOf } from './places.ts';
import { quietIds, quietRows } from './quiet-clients.ts';

/** Of the clients to turn to, so many of the first are looked at for one beside the way. */
const LOOKED_AT = 2_000;
const MOST_ON_THE_WAY = 4;
/** Farther out of the way one does not stop by. */
const LARGEST_DETOUR_KM = 15;
/** Less is not worth asking clients to move their meetings. */
const WORTH_KM = 15;

interface Place {
  id: string;
  postcode: string | null;
  town: string | null;
  country: string | null;
}

/** Null where no meeting lies at a known place. */
export function routeOfDay(
  base: Base,
  asked: { day: string; zone: string },
  meetings: readonly DayMeeting[],
): DayRoute | null {
  const places = placesOf(
    base,
    meetings.map(({ client }) => client),
  );
  const stops = meetings.flatMap((meeting) => {
    const point = places.get(meeting.client)?.point;
    return point ? [{ id: meeting.id, point, at: meeting.startsAt, meeting }] : [];
  });
  if (stops.length === 0) return null;
  const kilometres = lengthOf(stops, null);
  return {
    stops: stops.map(({ id, meeting }) => ({
      meeting: id,
      place: places.get(meeting.client)?.town ?? meeting.place ?? meeting.clientName,
    })),
    kilometres,
    shorter: shorterOrder(stops, kilometres),
    onTheWay: onTheWay(base, asked, stops, new Set(meetings.map(({ client }) => client))),
    unknown: meetings.length - stops.length,
  };
}

/** Were the times free: meetings that collide are left where they are, there is something else to be solved first. */
function shorterOrder(
  stops: readonly (Stop & { meeting: DayMeeting })[],
  kilometres: number,
): DayRoute['shorter'] {
  if (stops.some(({ meeting }) => meeting.conflict !== null || meeting.status === 'held')) return null;
  const [first, ...rest] = stops;
  if (!first) return null;
  // The day begins where its first meeting is: the others are what might change places.
  const route = suggestRoute(
    rest.map((stop) => ({ ...stop, at: null })),
    first.point,
  );
  if (kilometres - route.kilometres < WORTH_KM) return null;
  return { order: [first.id, ...route.order], kilometres: route.kilometres };
}

function onTheWay(
  base: Base,
  asked: { day: string; zone: string },
  stops: readonly Stop[],
  met: ReadonlySet<string>,
): DayRoute['onTheWay'] {
  const ids = quietIds(base, asked)
    .slice(0, LOOKED_AT)
    .filter((id) => !met.has(id));
  const near = [...placesOf(base, ids)]
    .flatMap(([id, { point }]) => (point ? [{ id, kilometres: detour(stops, point, null).kilometres }] : []))
    .filter(({ kilometres }) => kilometres <= LARGEST_DETOUR_KM)
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .slice(0, MOST_ON_THE_WAY);
  const detours = new Map(near.map(({ id, kilometres }) => [id, kilometres]));
  return quietRows(base, [...detours.keys()], asked).map((row) => ({
    ...row,
    detour: detours.get(row.id) ?? 0,
  }));
}

function placesOf(
  base: Base,
  ids: readonly string[],
): Map<string, { point: Point | null; town: string | null }> {
  const rows = statement<Place>(
    base.reader,
    'SELECT id, postcode, town, country FROM client WHERE id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, { point: pointOf(row), town: row.town }]));
}
