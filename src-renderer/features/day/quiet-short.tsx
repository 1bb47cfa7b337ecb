/** The first of those who have not heard of us for longer than their rhythm. */
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import type { QuietClient } from '#shared/contract/day.ts';
import classes from './day.module.css';
import { DayLine } from './day-line.tsx';
import { Panel } from './panel.tsx';

export function QuietShort({ rows, total }: { rows: readonly QuietClient[]; total: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (total === 0) return null;
  return (
    <Panel title={t('day.quiet')} count={total}>
      <ul className={classes.lines}>
        {rows.map(({ id, name, tier, town, lastContactAt, overdue }) => (
          <DayLine
            key={id}
            href={`/clients/${id}`}
            name={name}
            facts={[
              choiceLabel('client', 'tier', tier),
              town,
              lastContactAt === null
                ? t('day.neverContacted')
                : t('day.lastContact', { when: format.relative(lastContactAt) }),
            ]}
          >
            <span className={classes.end}>
              <Plural of="day.overdue" count={overdue} />
            </span>
          </DayLine>
        ))}
      </ul>
      {total > rows.length && (
        <Anchor component={Link} href="/day/quiet" size="sm" className={classes.more}>
          {t('day.showAll')}
        </Anchor>
      )}
    </Panel>
  );
}
