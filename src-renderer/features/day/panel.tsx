/** One sheet of the day: its heading with a number, and what it holds. Nothing where there is nothing. */
import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useFormat } from '#renderer/lib/format.ts';
import classes from './day.module.css';

interface PanelProps {
  title: string;
  count?: number;
  tone?: 'late' | 'look' | undefined;
  /** Beside the heading. */
  aside?: ReactNode;
  children: ReactNode;
}

export function Panel({ title, count, tone, aside, children }: PanelProps) {
  const id = useId();
  const format = useFormat();
  return (
    <section className={classes.panel} data-tone={tone} aria-labelledby={id}>
      <header className={classes.panelHead}>
        <Title order={2} id={id} className={classes.panelTitle}>
          {title}
          {count !== undefined && <span className={classes.count}>{format.number(count)}</span>}
        </Title>
        {aside}
      </header>
      {children}
    </section>
  );
}
