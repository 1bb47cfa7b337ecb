/** An outcome as word and colour; the colours are the same in the list, the plot and the page. */
import { choiceLabel } from '#renderer/lib/i18n.ts';
import classes from './objections.module.css';

export function OutcomeMark({ outcome }: { outcome: string }) {
  return (
    <span className={classes.outcome} data-outcome={outcome}>
      {choiceLabel('objection', 'outcome', outcome)}
    </span>
  );
}
