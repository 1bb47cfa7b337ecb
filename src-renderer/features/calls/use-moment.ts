import { useCallback } from 'react';
import { deviceZone, useFormat } from '#renderer/lib/format.ts';
import { currentLanguage } from '#renderer/lib/i18n.ts';
import { formatInstant } from '#shared/domain/time/format.ts';
import { todayIn } from '#shared/domain/time/day.ts';

/** `dnes 15:00`, `po 30. 11. 9:00`, as the clock here shows it. */
export function useMoment(): (at: number) => string {
  const format = useFormat();
  return useCallback(
    (at) => {
      const zone = deviceZone();
      return `${format.weekday(todayIn(zone, at))} ${formatInstant(at, zone, currentLanguage(), 'time')}`;
    },
    [format],
  );
}
