/** How long each department takes to answer: a bar as long as its median, and the same as a table for screen readers. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { say } from '#renderer/lib/i18n.ts';
import { type OutputOf, useLive } from '#renderer/lib/live.ts';
import { useToday } from '#renderer/lib/use-today.ts';
import { usePromiseList } from './promise-list-store.ts';
import classes from './promises.module.css';

type AnswerTime = OutputOf<'departmentRequests', 'statistics'>[number];

export function AnswerPlot() {
  const { t } = useTranslation();
  const today = useToday();
  const { plotShown, togglePlot } = usePromiseList();
  const times = useLive('departmentRequests', 'statistics', { today }).data ?? [];
  if (times.length === 0) return null;
  const longest = Math.max(1, ...times.map((time) => time.medianDays ?? 0));
  return (
    <figure className={classes.plot} aria-label={t('promises.plot')}>
      <div className={classes.plotHead}>
        <span className={classes.plotTitle}>{t('promises.plot')}</span>
        <Button
          className={classes.fold}
          variant="subtle"
          size="compact-sm"
          aria-expanded={plotShown}
          onClick={togglePlot}
        >
          {t(plotShown ? 'promises.plotHide' : 'promises.plotShow')}
        </Button>
      </div>
      {plotShown && (
        <div className={classes.bars} aria-hidden>
          {times.map((time) => (
            <Bar key={time.department} time={time} longest={longest} />
          ))}
        </div>
      )}
      <TimesTable times={times} />
    </figure>
  );
}

function Bar({ time, longest }: { time: AnswerTime; longest: number }) {
  const words = useTimeWords();
  const share = lateShare(time);
  return (
    <div className={classes.barRow}>
      <span className={classes.barName} title={time.department}>
        {time.department}
      </span>
      <span className={classes.barLine}>
        {time.medianDays !== null && (
          <span className={classes.bar} style={{ width: `${(50 * time.medianDays) / longest}%` }} />
        )}
        <span>{words.median(time)}</span>
        {share > 0 && <span className={classes.late}>{words.late(time)}</span>}
      </span>
    </div>
  );
}

function TimesTable({ times }: { times: AnswerTime[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useTimeWords();
  return (
    <div className="sr-only">
      <table>
        <caption>{t('promises.plot')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('promises.plotDepartment')}</th>
            <th scope="col">{t('promises.requests')}</th>
            <th scope="col">{t('promises.plotAnswered')}</th>
            <th scope="col">{t('promises.plotMedian')}</th>
            <th scope="col">{t('promises.plotLate')}</th>
          </tr>
        </thead>
        <tbody>
          {times.map((time) => (
            <tr key={time.department}>
              <th scope="row">{time.department}</th>
              <td>{format.number(time.requests)}</td>
              <td>{format.number(time.answered)}</td>
              <td>{words.median(time)}</td>
              <td>{words.late(time)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useTimeWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    median: ({ medianDays: days }: AnswerTime) =>
      days === null
        ? t('promises.noAnswer')
        : say('promises.days', { count: days, number: format.number(days) }),
    late: (time: AnswerTime) => t('promises.lateShare', { share: format.number(lateShare(time)) }),
  };
}

/** Per cent of those that had a day. */
function lateShare({ late, withDay }: AnswerTime): number {
  return withDay === 0 ? 0 : Math.round((100 * late) / withDay);
}
