/** What to speak, and where one is, before the user has said so. */
import type { Language } from '#shared/i18n/index.ts';

/** Slovak for Slovak and Czech speakers, English for everybody else. */
export function guessLanguage(languages: readonly string[]): Language {
  const first = languages[0]?.toLowerCase() ?? 'sk';
  return first.startsWith('sk') || first.startsWith('cs') ? 'sk' : 'en';
}

const HOME: Record<string, string> = { sk: 'SK', cs: 'CZ', hu: 'HU', pl: 'PL', uk: 'UA', de: 'DE' };

/**
 * The country that a locale names (`de-AT`), else the one where its language is at home, else Slovakia. Somebody who
 * works in Slovak is in Slovakia also where the browser came in another language.
 */
export function guessCountry(languages: readonly string[], screen: Language = 'en'): string {
  const first = languages[0] ?? 'sk';
  if (screen === 'sk' && guessLanguage(languages) !== 'sk') return 'SK';
  const [language = 'sk', ...parts] = first.split('-');
  const region = parts.find((part) => /^[A-Za-z]{2}$/.test(part));
  return region?.toUpperCase() ?? HOME[language.toLowerCase()] ?? 'SK';
}
