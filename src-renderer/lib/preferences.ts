/** Preferences of this device: what they are, and changing one at once. */
import { useCallback, useMemo } from 'react';
import { create } from 'zustand';
import type { Preferences } from '#shared/contract/settings.ts';
import { rpc } from './client.ts';
import { queryClient, type OutputOf, useLive } from './live.ts';
import { runCommand } from './run.ts';

export type Settings = OutputOf<'settings', 'get'>;

const KEY = ['settings', 'get', {}];

/** Changes on their way to the disk, oldest first: an answer that was asked for before one must not undo it. */
const useUnsaved = create<{ patches: readonly Partial<Preferences>[] }>(() => ({ patches: [] }));

export function usePreferences(): {
  settings: Settings | undefined;
  preferences: Preferences | undefined;
  change(patch: Partial<Preferences>): void;
} {
  const settings = useLive('settings', 'get', {}).data;
  const patches = useUnsaved((state) => state.patches);
  const stored = settings?.preferences;
  const preferences = useMemo(() => stored && withPatches(stored, patches), [stored, patches]);
  const change = useCallback((patch: Partial<Preferences>) => void save(patch), []);
  return { settings, preferences, change };
}

export function withPatches(stored: Preferences, patches: readonly Partial<Preferences>[]): Preferences {
  return patches.reduce<Preferences>((before, patch) => ({ ...before, ...patch }), stored);
}

/** Shown before it is written: a theme must not wait for the disk. */
async function save(patch: Partial<Preferences>): Promise<void> {
  useUnsaved.setState(({ patches }) => ({ patches: [...patches, patch] }));
  queryClient.setQueryData<Settings>(KEY, (before) =>
    before ? { ...before, preferences: { ...before.preferences, ...patch } } : before,
  );
  await runCommand(rpc.settings.change(patch));
  await queryClient.refetchQueries({ queryKey: KEY });
  useUnsaved.setState(({ patches }) => ({ patches: patches.filter((other) => other !== patch) }));
}
