/** The trip log: drives for work by month, with what they add up to, and the file for the tax office. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { trip } from '#shared/entities/meetings.ts';
import { byId, command, done, id, query, stream } from './base.ts';
import { exportEvent } from './exchange.ts';

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const place = z.string().trim().max(120);

const { client, interaction, on, fromPlace, toPlace, kilometres, purpose, vehicle } = trip.fields;

/** What a trip says beside whose it is and when. */
export const tripDetails = z.object({
  kilometres: kilometres.schema,
  fromPlace: fromPlace.schema.optional(),
  toPlace: toPlace.schema.optional(),
  purpose: purpose.schema.optional(),
  vehicle: vehicle.schema.optional(),
});

/** `member` is the local one; it is set by the engine. */
const tripValues = tripDetails.extend({
  on: on.schema,
  client: client.schema.optional(),
  interaction: interaction.schema.optional(),
});

export const tripRow = z.object({ trip: trip.record, clientName: z.string().nullable() });
export type TripRow = z.infer<typeof tripRow>;

/** A visit of this driver to which nobody has written a trip. */
export const visitWithoutTrip = z.object({
  interaction: id,
  client: id,
  clientName: z.string(),
  /** The day of the visit in its own zone. */
  on: z.string(),
  /** Where it was, or the client's town. */
  place: z.string().nullable(),
});
export type VisitWithoutTrip = z.infer<typeof visitWithoutTrip>;

export const tripMonth = z.object({
  /** Whose log this is. */
  member: id,
  /** Everybody who has a log here, the local member first. */
  drivers: z.array(z.object({ id, name: z.string() })),
  /** In the order of the days. */
  rows: z.array(tripRow),
  kilometres: z.int(),
  /** The farthest first; `client` is null for drives that were to no client's. */
  byClient: z.array(
    z.object({ client: id.nullable(), name: z.string().nullable(), trips: z.int(), kilometres: z.int() }),
  ),
  /** The twelve months that end with this one, the oldest first. */
  byMonth: z.array(z.object({ month, kilometres: z.int() })),
  visits: z.array(visitWithoutTrip),
});
export type TripMonth = z.infer<typeof tripMonth>;

export const TRIP_FORMATS = ['xlsx', 'csv-excel'] as const;
export type TripFormat = (typeof TRIP_FORMATS)[number];

const owned = z.object({
  /** The local member's log when left out. */
  member: id.optional(),
});

export const trips = {
  month: query('trip', 'client', 'member', 'interaction').input(owned.extend({ month })).output(tripMonth),
  get: query('trip', 'client').input(byId).output(tripRow),
  /** The visit to which a trip is to be written, whether it has one or not. */
  visit: query('interaction', 'client').input(byId).output(visitWithoutTrip),
  /** What a new trip of this day begins with: where the one before it ended, and in which vehicle. */
  suggest: query('trip')
    .input(z.object({ on: on.schema }))
    .output(z.object({ fromPlace: z.string().nullable(), vehicle: z.string().nullable() })),
  /** The last distance between two places, driven either way; null where nobody has driven it. */
  distance: query('trip')
    .input(z.object({ from: place, to: place }))
    .output(z.object({ kilometres: z.int(), on: z.string() }).nullable()),
  create: command()
    .input(z.object({ id, values: tripValues }))
    .output(done),
  edit: command()
    .input(z.object({ id, values: trip.edit }))
    .output(done),
  remove: command().input(byId).output(done),
  /** The log of a month (YYYY-MM) or a year (YYYY) as a file, in pieces. */
  export: stream()
    .input(
      owned.extend({
        period: z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/),
        format: z.enum(TRIP_FORMATS),
        language: z.enum(['sk', 'en']).default('sk'),
      }),
    )
    .output(eventIterator(exportEvent)),
};
