/** How long something took: "1 h 30 min". */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { hoursAndMinutes } from '#shared/domain/time/span.ts';

/** Of milliseconds. */
export function useLengthText(): (ms: number) => string {
  const { t } = useTranslation();
  return useCallback(
    (ms) => {
      const { hours, minutes } = hoursAndMinutes(ms);
      const parts = [
        hours > 0 && t('meetings.inHours', { hours }),
        (minutes > 0 || hours === 0) && t('meetings.inMinutes', { minutes }),
      ];
      return parts.filter(Boolean).join(' ');
    },
    [t],
  );
}
