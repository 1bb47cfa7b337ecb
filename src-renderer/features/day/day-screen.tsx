/** The day: what is next, what is late; the week; and in the evening, whether anything was forgotten. */
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch, useLocation } from 'wouter';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { ListOfQuiet } from './quiet-list.tsx';
import classes from './day.module.css';
import { EveningCheck } from './evening-check.tsx';
import { Today } from './today.tsx';
import { useHere } from './use-day.ts';
import { weekdayOf } from './day-words.ts';
import { Week } from './week.tsx';

export interface DayScreenProps {
  /** Begins the record of a meeting, or of whatever happened at the client. */
  onRecord(client: string, meeting: string): void;
}

const PARTS = [
  { path: '/day', label: 'day.parts.today' },
  { path: '/day/week', label: 'day.parts.week' },
  { path: '/day/check', label: 'day.parts.check' },
  { path: '/day/quiet', label: 'day.parts.quiet' },
] as const;

export function DayScreen({ onRecord }: DayScreenProps) {
  const { t } = useTranslation();
  const [path] = useLocation();
  const here = useHere();
  return (
    <PageFrame title={t('day.title')} aside={<span className={classes.date}>{weekdayOf(here.day)}</span>}>
      <nav className={classes.parts} aria-label={t('day.title')}>
        {PARTS.map((part) => (
          <Link
            key={part.path}
            href={part.path}
            className={classes.part}
            aria-current={path === part.path ? 'page' : undefined}
          >
            {t(part.label)}
          </Link>
        ))}
      </nav>
      <Switch>
        <Route path="/day/week">
          <Week here={here} />
        </Route>
        <Route path="/day/check">
          <EveningCheck here={here} onRecord={onRecord} />
        </Route>
        <Route path="/day/quiet">
          <ListOfQuiet here={here} />
        </Route>
        <Route>
          <Today here={here} onRecord={onRecord} />
        </Route>
      </Switch>
    </PageFrame>
  );
}
