/** What the window shows: waiting for the engine, the gate of a shut base, the first start, or the frame. */
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useLine } from '#renderer/lib/connection.ts';
import { queryClient, useLive } from '#renderer/lib/live.ts';
import { useLiveEvents } from '#renderer/lib/live-events.ts';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { FirstStart } from './first-start.tsx';
import { Frame } from './frame.tsx';
import { Gate } from './gate/gate.tsx';
import { StartCode } from './gate/start-code.tsx';
import { Opening } from './opening.tsx';
import { useLook } from './look.ts';
import { useDesktop } from './use-desktop.ts';

export function Window() {
  useDesktop();
  useLiveEvents();
  const gate = useLive('gate', 'state', {});
  const line = useLine((state) => state.state);
  if (!gate.data) {
    if (gate.error && line === 'open') {
      return <Sentence error={gate.error} onRetry={() => void gate.refetch()} />;
    }
    return <Opening />;
  }
  const { shut } = gate.data;
  return shut ? <Gate state={{ ...gate.data, shut }} /> : <OpenBase />;
}

function OpenBase() {
  const settings = useLive('settings', 'get', {});
  const line = useLine((state) => state.state);
  useLook(settings.data?.preferences);
  useOtherBase(settings.data?.profile.folder);
  // Between the answers of the first start and the first screen of the new base.
  const [begun, setBegun] = useState(false);
  if (!settings.data) {
    if (settings.error && line === 'open') {
      return <Sentence error={settings.error} onRetry={() => void settings.refetch()} />;
    }
    return <Opening />;
  }
  // The demo base asks nothing: whoever looks at it has not begun to work yet.
  const { ready, profile } = settings.data;
  if (!ready && profile.kind === 'own') {
    return <FirstStart settings={settings.data} onBegin={() => setBegun(true)} />;
  }
  if (begun && !profile.keySlots.includes('recoveryCode')) {
    return <StartCode folder={profile.folder} onEnd={() => setBegun(false)} />;
  }
  return <Frame settings={settings.data} />;
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
