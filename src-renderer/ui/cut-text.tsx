/** Text that may be longer than its place: cut with an ellipsis, whole in the tip. Nothing where there is none. */
import classes from './cut-text.module.css';

export function cutText(text: string | null | undefined, tip: string | null | undefined = text) {
  return text ? (
    <span className={classes.cut} title={tip ?? undefined}>
      {text}
    </span>
  ) : null;
}
