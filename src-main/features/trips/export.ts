/** The trip log as a file for the tax office: one line a trip, and their sum. */
import type { Base } from '#main/data/base.ts';
import { noteExport } from '#main/data/export-notes.ts';
import { readRecord } from '#main/data/codec.ts';
import type { ExportEvent } from '#shared/contract/exchange.ts';
import type { TripFormat, TripRow } from '#shared/contract/trips.ts';
import { member as memberEntity } from '#shared/entities/settings.ts';
import { catalogues, type Language } from '#shared/i18n/index.ts';
import { type Table, writeTable } from '../exchange/facts.ts';
import { boundsOf, tripsBetween } from './queries.ts';

const NAMES: Record<Language, string> = { sk: 'kniha-jazd', en: 'trip-log' };

export interface TripExport {
  member?: string | undefined;
  /** YYYY-MM or YYYY. */
  period: string;
  format: TripFormat;
  language: Language;
}

export async function* exportTrips(
  base: Base,
  asked: TripExport,
): AsyncGenerator<ExportEvent, void, undefined> {
  const member = asked.member ?? base.member();
  const { first, next } = boundsOf(asked.period);
  const rows = tripsBetween(base, member, first, next);
  const driver = readRecord(base.reader, memberEntity, member)?.name ?? '';
  for await (const piece of writeTable(tableOf(rows, driver, asked.language), asked.format))
    yield { type: 'chunk', chunk: Buffer.from(piece).toString('base64') };
  noteExport(base, { what: 'trips', format: asked.format, rows: rows.length });
  const ending = asked.format === 'xlsx' ? 'xlsx' : 'csv';
  yield { type: 'done', rows: rows.length, name: `${NAMES[asked.language]}-${asked.period}.${ending}` };
}

function tableOf(rows: readonly TripRow[], driver: string, language: Language): Table {
  const { trips, fields } = catalogues[language];
  const names = fields.trip;
  return {
    name: trips.title,
    columns: [
      { header: names.on, width: 12, is: 'day' },
      { header: names.fromPlace, width: 22 },
      { header: names.toPlace, width: 22 },
      { header: names.purpose, width: 36 },
      { header: names.client, width: 34 },
      { header: names.vehicle, width: 14 },
      { header: names.member, width: 22 },
      { header: names.kilometres, width: 12, is: 'number' },
    ],
    rows: [
      ...rows.map(({ trip, clientName }) => [
        trip.on,
        trip.fromPlace,
        trip.toPlace,
        trip.purpose,
        clientName,
        trip.vehicle,
        driver,
        trip.kilometres,
      ]),
      [
        null,
        trips.total,
        null,
        null,
        null,
        null,
        null,
        rows.reduce((all, row) => all + row.trip.kilometres, 0),
      ],
    ],
  };
}
