/** How far something of several items is, such as a checklist: a bar and the two numbers. */
import { useTranslation } from 'react-i18next';
import classes from './progress-bar.module.css';

interface ProgressBarProps {
  label: string;
  done: number;
  items: number;
}

export function ProgressBar({ label, done, items }: ProgressBarProps) {
  const { t } = useTranslation();
  if (items === 0) return null;
  return (
    <span
      className={classes.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={items}
      aria-valuenow={done}
      aria-valuetext={t('common.progressOf', { done, items })}
      title={t('common.progressOf', { done, items })}
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
