/** The way through the day as the crow flies, a shorter one where there is one, and who lives beside it. */
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import type { DayMeeting, DayRoute } from '#shared/contract/day.ts';
import classes from './day.module.css';
import { DayLine } from './day-line.tsx';
import { Panel } from './panel.tsx';

export function RoutePanel({ route, meetings }: { route: DayRoute; meetings: readonly DayMeeting[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { stops, shorter, onTheWay, unknown } = route;
  if (stops.length < 2 && onTheWay.length === 0) return null;
  const placeOf = (id: string) => stops.find(({ meeting }) => meeting === id)?.place ?? '';
  const saved = shorter ? Math.round(route.kilometres - shorter.kilometres) : 0;
  return (
    <Panel
      title={t('day.route')}
      aside={
        stops.length > 1 && (
          <span className={classes.soft}>
            {t('day.crow', { number: format.number(Math.round(route.kilometres)) })}
          </span>
        )
      }
    >
      {stops.length > 1 && (
        <p className={classes.route}>
          {stops.map(({ meeting, place }, at) => (
            <span key={meeting} className={classes.stop}>
              {at > 0 && <IconArrowRight size={16} aria-hidden />}
              {place}
            </span>
          ))}
        </p>
      )}
      {shorter && (
        <p className={classes.hint}>
          {t('day.shorter', {
            order: shorter.order.map(placeOf).join(' → '),
            number: format.number(saved),
          })}
        </p>
      )}
      {unknown > 0 && meetings.length > unknown && (
        <p className={classes.soft}>
          <Plural of="day.unknownPlaces" count={unknown} />
        </p>
      )}
      {onTheWay.length > 0 && (
        <>
          <h3 className={classes.subtitle}>{t('day.onTheWay')}</h3>
          <ul className={classes.lines}>
            {onTheWay.map(({ id, name, town, overdue, detour }) => (
              <DayLine
                key={id}
                href={`/clients/${id}`}
                name={name}
                facts={[town, t('day.detour', { number: format.number(Math.round(detour)) })]}
              >
                <span className={classes.end}>
                  <Plural of="day.overdue" count={overdue} />
                </span>
              </DayLine>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
