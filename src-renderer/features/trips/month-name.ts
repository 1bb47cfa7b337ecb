/** Months in the words of the screen: "november 2026". */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Of a month YYYY-MM. */
export function useMonthName(): (month: string) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = i18n.language === 'en' ? 'en-GB' : 'sk-SK';
    const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return (month) => format.format(new Date(`${month}-01T00:00:00Z`));
  }, [i18n.language]);
}
