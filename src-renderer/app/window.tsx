/** What the window shows: waiting for the engine, the first start, or the frame with its screens. */
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useLine } from '#renderer/lib/connection.ts';
import { queryClient, useLive } from '#renderer/lib/live.ts';
import { useLiveEvents } from '#renderer/lib/live-events.ts';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { FirstStart } from './first-start.tsx';
import { Frame } from './frame.tsx';
import { Opening } from './opening.tsx';
import { useLook } from './look.ts';
import { useDesktop } from './use-desktop.ts';

export function Window() {
  useDesktop();
  useLiveEvents();
  const settings = useLive('settings', 'get', {});
  const line = useLine((state) => state.state);
  useLook(settings.data?.preferences);
  useOtherBase(settings.data?.profile.folder);
  if (!settings.data) {
    if (settings.error && line === 'open') {
      return <Sentence error={settings.error} onRetry={() => void settings.refetch()} />;
    }
    return <Opening />;
  }
  // The demo base asks nothing: whoever looks at it has not begun to work yet.
  const { ready, profile } = settings.data;
  return ready || profile.kind === 'demo' ? (
    <Frame settings={settings.data} />
  ) : (
    <FirstStart settings={settings.data} />
  );
}

/** Another window has opened the other base: nothing of the old one may stay on the screen. */
function useOtherBase(folder: string | undefined): void {
  const [, go] = useLocation();
  const before = useRef(folder);
  useEffect(() => {
    if (folder && before.current && before.current !== folder) {
      go('/clients');
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'settings' });
    }
    before.current = folder ?? before.current;
  }, [folder, go]);
}
