import { describe, expect, it } from 'vitest';
import { guessCountry, guessLanguage } from '#renderer/app/guess-language.ts';

describe('before the user has said so', () => {
  it('Slovak and Czech speakers are greeted in Slovak, others in English', () => {
    expect(guessLanguage(['sk-SK', 'en'])).toBe('sk');
    expect(guessLanguage(['cs'])).toBe('sk');
    expect(guessLanguage(['de-AT'])).toBe('en');
    expect(guessLanguage([])).toBe('sk');
  });

  it('the country comes from the locale', () => {
    expect(guessCountry(['de-AT'])).toBe('AT');
    expect(guessCountry(['hu'])).toBe('HU');
    expect(guessCountry(['sr-Latn-RS'])).toBe('RS');
    expect(guessCountry(['eo'])).toBe('SK');
    expect(guessCountry([])).toBe('SK');
    expect(guessCountry(['en-US'], 'sk')).toBe('SK');
    expect(guessCountry(['cs-CZ'], 'sk')).toBe('CZ');
    expect(guessCountry(['en-US'], 'en')).toBe('US');
  });
});
