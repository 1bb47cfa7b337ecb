/** The rail on the left; folded to icons when asked or when there is little room, a bar below on a telephone. */
import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { say } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { useToday } from '#renderer/lib/use-today.ts';
import { Mark } from './mark.tsx';
import { PLACES, type Place } from './places.ts';
import classes from './frame.module.css';

export function Rail() {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  const roomy = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const folded = !roomy || preferences?.railFolded === true;
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.rail} aria-label={t('app.nav')} data-folded={folded || undefined}>
      <Link href="/" className={classes.brand} aria-label="Vizitka">
        <Mark size={32} />
        {!folded && <span>Vizitka</span>}
      </Link>
      {PLACES.map((place) => (
        <RailLink key={place.path} place={place} folded={folded} />
      ))}
      {roomy && (
        <button
          type="button"
          className={classes.fold}
          aria-label={t(folded ? 'app.unfold' : 'app.fold')}
          title={t(folded ? 'app.unfold' : 'app.fold')}
          onClick={() => change({ railFolded: !folded })}
        >
          <Fold size={18} stroke={1.6} aria-hidden />
        </button>
      )}
    </nav>
  );
}

function RailLink({ place, folded }: { place: Place; folded: boolean }) {
  const [path] = useLocation();
  const here = path === place.path || path.startsWith(`${place.path}/`);
  const Icon = place.icon;
  const label = say(place.label);
  const waits = useWaiting(place);
  const waiting = waits > 0 && say('app.railWaits', { count: waits });
  return (
    <Tooltip label={label} position="right" disabled={!folded}>
      <Link
        href={place.path}
        className={classes.place}
        aria-current={here ? 'page' : undefined}
        data-last={place.last}
      >
        <Icon size={20} stroke={1.6} aria-hidden />
        <span className={folded ? 'sr-only' : classes.placeLabel}>{label}</span>
        {waiting && (
          <span className={classes.waits} title={waiting}>
            <span aria-hidden>{waits}</span>
            <span className="sr-only">{waiting}</span>
          </span>
        )}
      </Link>
    </Tooltip>
  );
}

/** What waits for the person at a place: late promises, open conflicts and changes that were set aside. */
function useWaiting({ id }: Place): number {
  const state = useLive('sync', 'state', {}, { enabled: id === 'sync' }).data;
  const today = useToday();
  const late = useLive(
    'promises',
    'late',
    { today },
    { enabled: id === 'promises', keepPrevious: true },
  ).data;
  if (id === 'promises') return late ? late.promises + late.requests : 0;
  return id === 'sync' && state ? state.openConflicts + state.rejected : 0;
}
