/** The commands that work on every screen, and the desktop's menu, which gives commands by the same ids. */
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { exchangeNow } from '#renderer/features/sync/exchange-now.ts';
import { rpc } from '#renderer/lib/client.ts';
import { closePrint } from '#renderer/ui/print/print-job.ts';
import { type Offer, giveCommand, useOffer } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { say } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { showNote } from '#renderer/lib/notes.tsx';
import { openBase } from '#renderer/lib/open-base.ts';
import { type Settings, usePreferences } from '#renderer/lib/preferences.ts';
import { runCommand } from '#renderer/lib/run.ts';
import { takeBackLast } from '#renderer/lib/undo.ts';
import type { MenuCommand } from '#shared/desktop/bridge.ts';
import { useOverlays } from './overlays.ts';
import { PLACES } from './places.ts';

/** What stands over the screen stays there; any other command of the menu leads away from under it. */
const STAYS: ReadonlySet<MenuCommand> = new Set(['undo', 'print', 'savePdf']);

export function useFrameCommands(settings: Settings): void {
  const [, go] = useLocation();
  const { change } = usePreferences();
  const { show } = useOverlays();
  const { language, theme } = settings.preferences;
  const places: Offer = Object.fromEntries(PLACES.map(({ id, path }) => [id, () => go(path)]));
  const isDemo = settings.profile.kind === 'demo';
  const sync = useLive('sync', 'state', {}).data;
  const stayOffline = (on: boolean) => () => void runCommand(rpc.sync.stayOffline({ on }));
  useOffer({
    ...places,
    week: () => go('/day/week'),
    eveningCheck: () => go('/day/check'),
    conflicts: () => go('/sync/conflicts'),
    syncNow: sync?.connection ? () => void exchangeNow() : undefined,
    stayOffline: sync?.connection && !sync.staysOffline ? stayOffline(true) : undefined,
    goOnline: sync?.staysOffline ? stayOffline(false) : undefined,
    log: () => show('quickLog'),
    search: () => show('search'),
    newClient: () => go('/clients/new'),
    newContact: () => go('/contacts/new'),
    newMeeting: () => go('/meetings/new'),
    newPromise: () => go('/promises/new'),
    newRequest: () => go('/promises/requests/new'),
    newObjection: () => go('/objections/new'),
    newContract: () => go('/contracts/new'),
    newCallList: () => go('/calls/new'),
    newHandover: () => go('/handover/new'),
    newTrip: () => go('/trips/new'),
    trips: () => go('/trips'),
    calendar: () => go('/calendar'),
    import: () => go('/exchange/import'),
    export: () => go('/exchange/export'),
    undo: () => void takeBackLast(),
    keys: () => show('keys'),
    light: theme === 'light' ? undefined : () => change({ theme: 'light' }),
    dark: theme === 'dark' ? undefined : () => change({ theme: 'dark' }),
    contrast: theme === 'contrast' ? undefined : () => change({ theme: 'contrast' }),
    systemLook: theme === 'system' ? undefined : () => change({ theme: 'system' }),
    slovak: language === 'sk' ? undefined : () => change({ language: 'sk' }),
    english: language === 'en' ? undefined : () => change({ language: 'en' }),
    demo: isDemo ? undefined : () => void openBase('demo'),
    ownBase: isDemo ? () => void openBase('own') : undefined,
  });
  useEffect(
    () =>
      desktop?.onMenu((command) => {
        if (!STAYS.has(command)) {
          useOverlays.getState().close();
          closePrint();
        }
        if (!giveCommand(command)) showNote(say('app.commands.notHere'));
      }),
    [],
  );
}
