/** When a promise is due, or how late it is; how it ended once it is closed. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useToday } from '#renderer/lib/use-today.ts';
import { daysLate, type Due, isSnoozed } from '#shared/domain/promises/standing.ts';
import compact from '#renderer/ui/compact-row.module.css';
import classes from './promises.module.css';

export function DueMark({ promise }: { promise: Due & { snoozeReason?: string | null } }) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useToday();
  const { state, dueOn, snoozedUntil } = promise;
  if (state !== 'open') {
    return (
      <span className={state === 'broken' ? classes.late : compact.soft}>
        {choiceLabel('promise', 'state', state)}
      </span>
    );
  }
  if (isSnoozed(promise, today)) {
    return (
      <span className={compact.soft} title={promise.snoozeReason ?? undefined}>
        {t('promises.snoozed', { day: format.day(snoozedUntil) })}
      </span>
    );
  }
  const late = daysLate(promise, today);
  if (late > 0) {
    return (
      <span className={classes.late} title={format.day(dueOn)}>
        {t('promises.late', { count: late })}
      </span>
    );
  }
  if (dueOn === today) return <span className={classes.today}>{t('promises.dueToday')}</span>;
  return <span className={compact.soft}>{format.day(dueOn)}</span>;
}
