/** How objections of each kind ended: bars as long as they are many, and the same as a table for screen readers. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import type { ObjectionFilter } from '#shared/contract/objections.ts';
import { OBJECTION_OUTCOMES } from '#shared/entities/objections.ts';
import { useObjectionList } from './objection-list-store.ts';
import classes from './objections.module.css';
import { OutcomeMark } from './outcome-mark.tsx';
import { type OutcomeRow, summarise } from './outcome-summary.ts';

/** Below this share of the longest bar a number would not fit into its segment. */
const LABEL_FROM = 0.05;

export function OutcomePlot({ filter }: { filter: ObjectionFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const unfolded = useObjectionList((list) => list.kindsShown);
  const toggle = useObjectionList((list) => list.toggleKinds);
  const summary = useLive('objections', 'summary', { filter }, { keepPrevious: true });
  if (!summary.data) return null;
  const { rows, all } = summarise(summary.data);
  if (all.total === 0) return null;
  return (
    <figure className={classes.plot} aria-label={t('objections.plot')}>
      <div className={classes.plotHead}>
        <span className={classes.plotTitle}>{t('objections.plot')}</span>
        <span className={classes.plotTotals} aria-hidden>
          {OBJECTION_OUTCOMES.map((outcome) => (
            <span key={outcome} className={classes.outcome} data-outcome={outcome}>
              {choiceLabel('objection', 'outcome', outcome)}
              <span className={classes.figure}>{format.number(all.counts[outcome])}</span>
            </span>
          ))}
        </span>
        <Button
          className={classes.fold}
          variant="subtle"
          size="compact-sm"
          aria-expanded={unfolded}
          onClick={toggle}
        >
          {t(unfolded ? 'objections.plotHide' : 'objections.plotShow')}
        </Button>
      </div>
      {unfolded && (
        <div className={classes.bars} aria-hidden>
          {rows.map((row) => (
            <Bar key={row.kind} row={row} longest={Math.max(...rows.map((other) => other.total))} />
          ))}
        </div>
      )}
      <OutcomeTable rows={rows} all={all} />
    </figure>
  );
}

function Bar({ row, longest }: { row: OutcomeRow; longest: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = row.kind ? choiceLabel('objection', 'kind', row.kind) : t('objections.kindNone');
  return (
    <div className={classes.barRow}>
      <span className={classes.barKind}>{kind}</span>
      <span className={classes.barLine}>
        <span className={classes.bar} style={{ width: `${(88 * row.total) / longest}%` }}>
          {OBJECTION_OUTCOMES.filter((outcome) => row.counts[outcome] > 0).map((outcome) => (
            <span
              key={outcome}
              className={classes.segment}
              data-outcome={outcome}
              style={{ flex: `${row.counts[outcome]} 1 0` }}
              title={`${kind}, ${choiceLabel('objection', 'outcome', outcome)}: ${format.number(row.counts[outcome])}`}
            >
              {row.counts[outcome] / longest >= LABEL_FROM && format.number(row.counts[outcome])}
            </span>
          ))}
        </span>
        <span className={classes.figure}>{format.number(row.total)}</span>
      </span>
    </div>
  );
}

function OutcomeTable({ rows, all }: { rows: OutcomeRow[]; all: OutcomeRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const line = (row: OutcomeRow, name: string) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {OBJECTION_OUTCOMES.map((outcome) => (
        <td key={outcome}>{format.number(row.counts[outcome])}</td>
      ))}
      <td>{format.number(row.total)}</td>
    </tr>
  );
  return (
    <div className="sr-only">
      <table>
        <caption>{t('objections.plot')}</caption>
        <thead>
          <tr>
            <th scope="col">{fieldLabel('objection', 'kind')}</th>
            {OBJECTION_OUTCOMES.map((outcome) => (
              <th key={outcome} scope="col">
                <OutcomeMark outcome={outcome} />
              </th>
            ))}
            <th scope="col">{t('objections.plotTotal')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            line(row, row.kind ? choiceLabel('objection', 'kind', row.kind) : t('objections.kindNone')),
          )}
          {line(all, t('objections.plotTotal'))}
        </tbody>
      </table>
    </div>
  );
}
