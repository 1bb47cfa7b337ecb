/** The day, put together with the composer that records what happened. */
import { useLocation } from 'wouter';
import { DayScreen } from '#renderer/features/day/day-screen.tsx';
import { beginLog } from '#renderer/features/meetings/composer-store.ts';

export function DayPage() {
  const [, go] = useLocation();
  return (
    <DayScreen
      onRecord={(client, meeting) => {
        beginLog(client, 'visit', meeting);
        go(`/clients/${client}`);
      }}
    />
  );
}
