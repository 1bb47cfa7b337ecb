/** Visits of the month to which no trip was written: a trip to each is one click away. */
import { Alert, Button } from '@mantine/core';
import { IconCar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import type { VisitWithoutTrip } from '#shared/contract/trips.ts';
import classes from './trips.module.css';

const SHOWN = 3;

export function VisitsWithoutTrip({ visits }: { visits: VisitWithoutTrip[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  if (visits.length === 0) return null;
  const newest = visits.toReversed();
  return (
    <Alert
      className={classes.visits}
      variant="light"
      color="orange"
      icon={<IconCar size={18} aria-hidden />}
      title={<Plural of="trips.visits" count={visits.length} />}
    >
      <ul className={classes.visitList}>
        {newest.slice(0, all ? undefined : SHOWN).map((visit) => (
          <li key={visit.interaction}>
            <span className={classes.visitDay}>{format.day(visit.on)}</span>
            <span className={classes.visitWhere}>
              {[visit.clientName, visit.place].filter(Boolean).join(' · ')}
            </span>
            <Button
              component={Link}
              href={`/trips/new?visit=${visit.interaction}`}
              variant="subtle"
              size="compact-sm"
              aria-label={t('trips.writeFor', { client: visit.clientName, on: format.day(visit.on) })}
            >
              {t('trips.write')}
            </Button>
          </li>
        ))}
      </ul>
      {visits.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('trips.visitsLess') : t('trips.visitsAll', { count: visits.length })}
        </Button>
      )}
    </Alert>
  );
}
