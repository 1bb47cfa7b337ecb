/** Who is on the list: to be called now, later, and what is settled. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import { VirtualRows } from '#renderer/ui/virtual-rows.tsx';
import { cutText } from '#renderer/ui/cut-text.tsx';
import compact from '#renderer/ui/compact-row.module.css';
import type { CallListRow, QueueRow } from '#shared/contract/calls.ts';
import { queueGroup } from '#shared/domain/calls/call-outcome.ts';
import { settledOf, thisMinute } from './call-words.ts';
import classes from './calls.module.css';
import { useMoment } from './use-moment.ts';

interface CallQueueProps {
  list: string;
  row: CallListRow;
  selected: string | null;
  onOpen(target: string): void;
}

/** Wider than any pane: its rows are never drawn as columns. */
const ALWAYS = 10_000;

export function CallQueue({ list, row, selected, onOpen }: CallQueueProps) {
  const { t } = useTranslation();
  const rows = useLiveWindow('calls', 'queue', { filter: { callList: list }, now: thisMinute() });
  return (
    <div className={classes.queue}>
      <VirtualRows
        label={t('calls.queue')}
        window={rows}
        columns={[
          {
            id: 'client',
            label: fieldLabel('callTarget', 'client'),
            width: 200,
            always: true,
            render: (one) => one.clientName,
          },
        ]}
        rowId={(one) => one.id}
        onOpen={(one) => onOpen(one.id)}
        selected={selected}
        compact={(one) => <Queued row={one} />}
        compactBelow={ALWAYS}
        groups={[
          { label: t('calls.groups.due'), count: row.counts.due },
          { label: t('calls.groups.later'), count: row.counts.later },
          { label: t('calls.groups.settled'), count: settledOf(row) },
        ]}
      />
    </div>
  );
}

function Queued({ row }: { row: QueueRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const moment = useMoment();
  const isSettled = queueGroup(row, thisMinute()) === 'settled';
  const about = isSettled
    ? [choiceLabel('callTarget', 'state', row.state)]
    : [
        row.nextAttemptAt !== null && moment(row.nextAttemptAt),
        row.attempts > 0 &&
          t('calls.calledTimes', { count: row.attempts, number: format.number(row.attempts) }),
      ];
  return (
    <div className={compact.row} data-settled={isSettled || undefined}>
      <span className={classes.wanted}>{cutText(row.clientName)}</span>
      <span className={compact.soft}>{[row.town, row.contactName].filter(Boolean).join(' · ')}</span>
      <span className={`${compact.soft} ${compact.end}`}>{about.filter(Boolean).join(' · ')}</span>
    </div>
  );
}
