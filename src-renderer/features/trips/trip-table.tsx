/** The trips of a month under their days; the day stands once, the kilometres of a day beside its last trip. */
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { currentLanguage, fieldLabel } from '#renderer/lib/i18n.ts';
import { LANGUAGE_TAGS } from '#shared/domain/time/format.ts';
import type { TripRow } from '#shared/contract/trips.ts';
import classes from './trips.module.css';

interface TripTableProps {
  label: string;
  rows: TripRow[];
  kilometres: number;
  selected: string | null;
  /** Beside an open trip there is room for the way and its length only. */
  short: boolean;
}

export function TripTable({ label, rows, kilometres, selected, short }: TripTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{fieldLabel('trip', 'on')}</th>
          <th scope="col">{t('trips.way')}</th>
          {!short && <th scope="col">{fieldLabel('trip', 'purpose')}</th>}
          {!short && <th scope="col">{fieldLabel('trip', 'client')}</th>}
          {!short && <th scope="col">{fieldLabel('trip', 'vehicle')}</th>}
          <th scope="col" className={classes.number}>
            km
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ trip, clientName }, at) => {
          const isFirst = rows[at - 1]?.trip.on !== trip.on;
          return (
            <tr
              key={trip.id}
              data-first={isFirst || undefined}
              data-selected={trip.id === selected || undefined}
            >
              <td className={classes.day}>
                {isFirst ? <Day day={trip.on} /> : <span className="sr-only">{format.day(trip.on)}</span>}
              </td>
              <td className={classes.way}>
                <Anchor component={Link} href={`/trips/${trip.id}`} data-trip>
                  {wayOf(trip) || trip.purpose || t('trips.trip')}
                </Anchor>
              </td>
              {!short && <td className={classes.more}>{trip.purpose}</td>}
              {!short && (
                <td className={classes.more}>
                  {trip.client && (
                    <Anchor component={Link} href={`/clients/${trip.client}`} c="inherit" size="sm">
                      {clientName}
                    </Anchor>
                  )}
                </td>
              )}
              {!short && <td className={`${classes.more} ${classes.vehicle}`}>{trip.vehicle}</td>}
              <td className={classes.number}>{format.number(trip.kilometres)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={short ? 2 : 5}>
            {t('trips.total')}
          </th>
          <td className={classes.number}>{format.number(kilometres)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Day({ day }: { day: string }) {
  const parts = { weekday: 'short', day: 'numeric', month: 'numeric', timeZone: 'UTC' } as const;
  return (
    <time dateTime={day}>
      {new Intl.DateTimeFormat(LANGUAGE_TAGS[currentLanguage()], parts).format(new Date(`${day}T00:00:00Z`))}
    </time>
  );
}

export function wayOf({ fromPlace, toPlace }: TripRow['trip']): string {
  return [fromPlace, toPlace].filter(Boolean).join(' – ');
}
