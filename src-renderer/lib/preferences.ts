/** Preferences of this device: what they are, and changing one at once. */
import { useCallback } from 'react';
import type { Preferences } from '#shared/contract/settings.ts';
import { rpc } from './client.ts';
import { queryClient, type OutputOf, useLive } from './live.ts';
import { runCommand } from './run.ts';

export type Settings = OutputOf<'settings', 'get'>;

export function usePreferences(): {
  settings: Settings | undefined;
  preferences: Preferences | undefined;
  change(patch: Partial<Preferences>): void;
} {
  const settings = useLive('settings', 'get', {}).data;
  const change = useCallback((patch: Partial<Preferences>) => {
    // Shown before it is written: a theme must not wait for the disk. The event after the write brings the truth.
    queryClient.setQueryData<Settings>(['settings', 'get', {}], (before) =>
      before ? { ...before, preferences: { ...before.preferences, ...patch } } : before,
    );
    void runCommand(rpc.settings.change(patch));
  }, []);
  return { settings, preferences: settings?.preferences, change };
}
