/** What can be done by typing its name into the search. */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { say } from '#renderer/lib/i18n.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { takeBackLast } from '#renderer/lib/undo.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { useOverlays } from './overlays.ts';
import { PLACES } from './places.ts';

export interface Command {
  id: string;
  label: string;
  run(): void;
}

/** Commands with every searched word at the beginning of one of their words. */
export function matchingCommands(commands: readonly Command[], text: string): Command[] {
  const words = fold(text).split(' ');
  return commands.filter(({ label }) => {
    const parts = fold(label).split(/[\s:,]+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}

export function useCommands(): Command[] {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { change } = usePreferences();
  const { show } = useOverlays();
  return [
    { id: 'log', label: t('app.commands.log'), run: () => show('quickLog') },
    { id: 'newClient', label: t('app.commands.newClient'), run: () => go('/clients/new') },
    ...PLACES.map((place) => ({
      id: `go${place.path}`,
      label: t('app.commands.goTo', { place: say(place.label) }),
      run: () => go(place.path),
    })),
    { id: 'undo', label: t('app.commands.undo'), run: () => void takeBackLast() },
    { id: 'keys', label: t('app.commands.keys'), run: () => show('keys') },
    { id: 'light', label: t('app.commands.light'), run: () => change({ theme: 'light' }) },
    { id: 'dark', label: t('app.commands.dark'), run: () => change({ theme: 'dark' }) },
    { id: 'contrast', label: t('app.commands.contrast'), run: () => change({ theme: 'contrast' }) },
  ];
}
