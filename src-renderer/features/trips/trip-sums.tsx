/** What the log adds up to: kilometres of the last twelve months as bars in a table, and those to each client. */
import { Anchor, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import type { TripMonth } from '#shared/contract/trips.ts';
import { useMonthName } from './month-name.ts';
import classes from './trips.module.css';

interface TripSumsProps {
  sums: TripMonth;
  month: string;
  onMonth(month: string): void;
}

export function TripSums({ sums, month, onMonth }: TripSumsProps) {
  const { t } = useTranslation();
  if (sums.byMonth.every(({ kilometres }) => kilometres === 0)) return null;
  return (
    <aside className={classes.sums} aria-label={t('trips.sums')}>
      {sums.byClient.length > 0 && <ByClient rows={sums.byClient} />}
      <ByMonth rows={sums.byMonth} month={month} onMonth={onMonth} />
    </aside>
  );
}

function ByClient({ rows }: { rows: TripMonth['byClient'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section>
      <Title order={2} size="h3" mb={4}>
        {t('trips.byClient')}
      </Title>
      <table className={classes.figures} aria-label={t('trips.byClient')}>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('fields.trip.client')}</th>
            <th scope="col">{t('trips.title')}</th>
            <th scope="col">km</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ client, name, trips, kilometres }) => (
            <tr key={client ?? 'none'}>
              <th scope="row">
                {client ? (
                  <Anchor component={Link} href={`/clients/${client}`} c="inherit" size="sm">
                    {name}
                  </Anchor>
                ) : (
                  t('trips.noClient')
                )}
              </th>
              <td className={classes.soft}>
                <Plural of="trips.count" count={trips} />
              </td>
              <td className={classes.number}>{format.number(kilometres)} km</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ByMonth({ rows, month, onMonth }: { rows: TripMonth['byMonth'] } & Omit<TripSumsProps, 'sums'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useMonthName();
  const most = Math.max(1, ...rows.map(({ kilometres }) => kilometres));
  return (
    <section>
      <Title order={2} size="h3" mb={4}>
        {t('trips.byMonth')}
      </Title>
      <table className={classes.figures} aria-label={t('trips.byMonth')}>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('trips.month')}</th>
            <th scope="col">km</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.month} data-here={row.month === month || undefined}>
              <th scope="row" className={classes.monthName}>
                <UnstyledButton
                  aria-current={row.month === month || undefined}
                  onClick={() => onMonth(row.month)}
                >
                  {nameOf(row.month)}
                </UnstyledButton>
              </th>
              <td className={classes.barCell}>
                {row.kilometres > 0 && (
                  <span
                    className={classes.bar}
                    style={{ width: `${(72 * row.kilometres) / most}%` }}
                    aria-hidden
                  />
                )}
                <span className={row.kilometres > 0 ? undefined : classes.soft}>
                  {format.number(row.kilometres)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
