/** How far a checklist is: a bar and the two numbers. */
import { useTranslation } from 'react-i18next';
import classes from './contracts.module.css';

export function ChecklistBar({ done, items }: { done: number; items: number }) {
  const { t } = useTranslation();
  if (items === 0) return null;
  return (
    <span
      className={classes.bar}
      role="progressbar"
      aria-label={t('contracts.progress')}
      aria-valuemin={0}
      aria-valuemax={items}
      aria-valuenow={done}
      aria-valuetext={t('contracts.progressOf', { done, items })}
      title={t('contracts.progressOf', { done, items })}
    >
      <span className={classes.track}>
        <span className={classes.filled} style={{ width: `${(100 * done) / items}%` }} />
      </span>
      <span className={classes.figure}>
        {done}/{items}
      </span>
    </span>
  );
}
