/** What was to be done: what is late, or what is due today. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '#renderer/lib/i18n.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import type { Duty } from '#shared/contract/day.ts';
import { daysBetween } from '#shared/domain/time/day.ts';
import classes from './day.module.css';
import { DayLine } from './day-line.tsx';
import { dutyHref } from './day-words.ts';
import { Panel } from './panel.tsx';
import type { Here } from './use-day.ts';

const SHOWN = 6;

interface DutyListProps {
  of: 'late' | 'today';
  duties: readonly Duty[];
  total: number;
  here: Here;
}

export function DutyList({ of, duties, total, here }: DutyListProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (duties.length === 0) return null;
  const isLate = of === 'late';
  return (
    <Panel title={t(isLate ? 'day.late' : 'day.dueToday')} count={total} tone={isLate ? 'late' : undefined}>
      <ul className={classes.lines}>
        {duties.slice(0, all ? undefined : SHOWN).map((one) => (
          <DayLine
            key={`${one.kind}${one.id}`}
            href={dutyHref(one)}
            name={one.text || t('clients.stepWithoutText')}
            facts={[
              say(`day.duties.${one.kind}`),
              one.clientName,
              one.insteadOf && t('handover.insteadOf', { name: one.insteadOf }),
            ]}
          >
            {isLate && (
              <span className={classes.end} data-tone="late">
                <Plural of="day.daysLate" count={daysBetween(one.on, here.day)} />
              </span>
            )}
          </DayLine>
        ))}
      </ul>
      {duties.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('day.less') : <Plural of="day.all" count={duties.length} />}
        </Button>
      )}
    </Panel>
  );
}
