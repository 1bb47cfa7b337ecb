/** Months in the words of the screen: "november 2026". */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_TAGS } from '#shared/domain/time/format.ts';

/** Of a month YYYY-MM. */
export function useMonthName(): (month: string) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const parts = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    const format = new Intl.DateTimeFormat(LANGUAGE_TAGS[i18n.language === 'en' ? 'en' : 'sk'], parts);
    return (month) => format.format(new Date(`${month}-01T00:00:00Z`));
  }, [i18n.language]);
}
