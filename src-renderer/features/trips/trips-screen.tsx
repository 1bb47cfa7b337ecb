/** The trip log, and beside it (below 1100 px instead of it) the chosen or the new trip. */
import { useLocation, useRoute, useSearch } from 'wouter';
import { useLive } from '#renderer/lib/live.ts';
import { TwoPane } from '#renderer/ui/page-frame.tsx';
import type { TripMonth } from '#shared/contract/trips.ts';
import { TripForm } from './trip-form.tsx';
import { TripLog } from './trip-log.tsx';
import { useTripLog } from './trip-log-store.ts';
import { TripPage } from './trip-page.tsx';

export function TripsScreen() {
  const [, go] = useLocation();
  const [, params] = useRoute('/trips/:id');
  const visit = new URLSearchParams(useSearch()).get('visit');
  const { month, member, setMonth } = useTripLog();
  const log = useLive('trips', 'month', { month, ...(member && { member }) }, { keepPrevious: true });
  const asked = useLive('trips', 'visit', { id: visit ?? '' }, { enabled: visit !== null });
  const open = params?.id;
  const back = () => go('/trips');
  return (
    <TwoPane
      list={<TripLog selected={open ?? null} narrow={open !== undefined} />}
      detail={detail()}
      hasDetail={open !== undefined}
      onBack={back}
      listWidth={500}
    />
  );

  function detail() {
    if (!open) return null;
    const places = placesOf(log.data);
    if (open !== 'new') return <TripPage key={open} id={open} places={places} onRemoved={back} />;
    // What the form begins with depends on the visit, so it waits for it; one that is gone is no hindrance.
    if (visit && asked.isPending) return null;
    return (
      <TripForm
        key={visit}
        visit={asked.data}
        places={places}
        onCancel={back}
        onCreated={(on) => {
          setMonth(on.slice(0, 7));
          back();
        }}
      />
    );
  }
}

function placesOf(log: TripMonth | undefined): string[] {
  const driven = (log?.rows ?? []).flatMap(({ trip }) => [trip.fromPlace, trip.toPlace]);
  const visited = (log?.visits ?? []).map(({ place }) => place);
  return [...new Set([...driven, ...visited].filter((place) => place !== null))].toSorted((a, b) =>
    a.localeCompare(b, 'sk'),
  );
}
