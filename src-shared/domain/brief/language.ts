import type { Language } from '#shared/i18n/index.ts';

/** The language of the page for a client of this language: Slovak for Slovaks and Czechs, English for all others. */
export function briefLanguage(clientLanguage: string | null, screen: Language): Language {
  if (clientLanguage === null) return screen;
  return clientLanguage === 'sk' || clientLanguage === 'cs' ? 'sk' : 'en';
}
