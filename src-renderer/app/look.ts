/** Language, colours and letter keys follow the preferences of the device at once, in every window. */
import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { showLanguage } from '#renderer/lib/i18n.ts';
import { allowLetterKeys } from '#renderer/lib/keys.ts';
import type { Preferences } from '#shared/contract/settings.ts';

const SCHEMES = { system: 'auto', light: 'light', dark: 'dark', contrast: 'light' } as const;

export function useLook(preferences: Preferences | undefined): void {
  const { setColorScheme } = useMantineColorScheme();
  const { theme, language, letterKeys } = preferences ?? {};
  useEffect(() => {
    if (!theme) return;
    setColorScheme(SCHEMES[theme]);
    document.documentElement.toggleAttribute('data-contrast', theme === 'contrast');
  }, [theme, setColorScheme]);
  useEffect(() => {
    if (language) void showLanguage(language);
  }, [language]);
  useEffect(() => {
    if (letterKeys !== undefined) allowLetterKeys(letterKeys);
  }, [letterKeys]);
}
