/** The hours of a day as a strip: where meetings lie, how long they are, and where now is. The list says it in words. */
import { useTranslation } from 'react-i18next';
import type { DayMeeting } from '#shared/contract/day.ts';
import { boundsOfDay } from '#shared/domain/day/bounds.ts';
import classes from './hours-plot.module.css';
import { leaveAt } from './day-words.ts';

const HOUR = 3_600_000;
/** Shown at least; a day that begins earlier or ends later shows more. */
const FIRST = 7;
const LAST = 19;

interface HoursPlotProps {
  meetings: readonly DayMeeting[];
  day: string;
  zone: string;
  /** UTC milliseconds; null on other days than today. */
  now: number | null;
}

export function HoursPlot({ meetings, day, zone, now }: HoursPlotProps) {
  const { t } = useTranslation();
  const { from, to } = boundsOfDay(day, zone);
  const hourOf = (ms: number) => (Math.min(Math.max(ms, from), to) - from) / HOUR;
  const first = Math.floor(Math.min(FIRST, ...meetings.map((one) => hourOf(leaveAt(one)))));
  const last = Math.ceil(Math.max(LAST, ...meetings.map(({ endsAt }) => hourOf(endsAt))));
  const at = (ms: number) => `${(100 * (hourOf(ms) - first)) / (last - first)}%`;
  const wide = (a: number, b: number) => `${(100 * (hourOf(b) - hourOf(a))) / (last - first)}%`;
  const hours = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  return (
    <div className={classes.hours} role="img" aria-label={t('day.plot')}>
      {hours.map((hour) => (
        <span key={hour} className={classes.hour} style={{ insetInlineStart: at(from + hour * HOUR) }}>
          {hour % 2 === first % 2 && hour < last ? hour % 24 : ''}
        </span>
      ))}
      {meetings.map((one) => (
        <span key={one.id}>
          {one.travelMinutes ? (
            <span
              className={classes.way}
              style={{ insetInlineStart: at(leaveAt(one)), width: wide(leaveAt(one), one.startsAt) }}
            />
          ) : null}
          <span
            className={classes.block}
            data-held={one.status === 'held' || undefined}
            data-conflict={one.conflict !== null || undefined}
            title={one.clientName}
            style={{ insetInlineStart: at(one.startsAt), width: wide(one.startsAt, one.endsAt) }}
          >
            {one.clientName}
          </span>
        </span>
      ))}
      {now !== null && now > from && now < to && (
        <span className={classes.nowLine} style={{ insetInlineStart: at(now) }} />
      )}
    </div>
  );
}
