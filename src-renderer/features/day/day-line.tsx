/** One line of the day: what it is about, what is to be known of it, and at its end how pressing it is. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './day.module.css';

interface DayLineProps {
  href: string;
  when?: string | null;
  name: ReactNode;
  /** Those that are missing are left out. */
  facts: readonly (string | null | undefined | false)[];
  /** Behind the text: a mark, or a number of days. */
  children?: ReactNode;
}

export function DayLine({ href, when, name, facts, children }: DayLineProps) {
  return (
    <li>
      <Link href={href} className={classes.line}>
        {when && <span className={classes.when}>{when}</span>}
        <span className={classes.what}>
          <span className={classes.name}>{name}</span>
          <span className={classes.soft}>{facts.filter(Boolean).join(' · ')}</span>
        </span>
        {children}
      </Link>
    </li>
  );
}
