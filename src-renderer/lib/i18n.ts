/** The catalogues bound to React. The language is switched by `showLanguage`, at once and everywhere. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { desktop } from './desktop.ts';
import { catalogues, type Language, type MessageKey } from '#shared/i18n/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: (typeof catalogues)['sk'] };
  }
}

export const i18n = i18next.createInstance();

export async function startI18n(language: Language): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { sk: { translation: catalogues.sk }, en: { translation: catalogues.en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  tellLanguage(language);
}

export async function showLanguage(language: Language): Promise<void> {
  if (i18n.language !== language) await i18n.changeLanguage(language);
  tellLanguage(language);
}

/** To screen readers, and to the desktop's menu. */
function tellLanguage(language: Language): void {
  document.documentElement.lang = language;
  void desktop?.speak(language);
}

export function currentLanguage(): Language {
  return i18n.language === 'en' ? 'en' : 'sk';
}

/** A message whose key is put together at run time from a known family (labels of fields, names of choices). */
export function say(key: string, params: Record<string, string | number> = {}): string {
  return i18n.t(key as MessageKey, params as never) as unknown as string;
}

/** The same in a language that need not be the screen's: what is printed follows its reader. */
export function sayIn(language: Language, key: string, params: Record<string, string | number> = {}): string {
  return i18n.t(key as MessageKey, { ...params, lng: language } as never) as unknown as string;
}

/** Whether there is a sentence of that key. */
export function hasMessage(key: string): boolean {
  return i18n.exists(key);
}

/** The label of a field, for example `fieldLabel('client', 'ico')`. */
export function fieldLabel(entity: string, field: string): string {
  return say(`fields.${entity}.${field}`);
}

/** The name of a choice's value; empty for a missing one. */
export function choiceLabel(entity: string, field: string, value: string | null | undefined): string {
  return value ? say(`choices.${entity}.${field}.${value}`) : '';
}
