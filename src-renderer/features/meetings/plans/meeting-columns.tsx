/** The columns that the list of meetings can show. A day is named once, at its first meeting. */
import { deviceZone, type Format } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel, say } from '#renderer/lib/i18n.ts';
import { cutText } from '#renderer/ui/cut-text.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import type { Column } from '#renderer/ui/virtual-rows.tsx';
import type { MeetingRow } from '#shared/contract/meeting-plans.ts';
import { todayIn } from '#shared/domain/time/day.ts';
import { ConflictIcon } from './meeting-conflicts.tsx';
import classes from './meetings.module.css';

export function meetingColumns(format: Format): Column<MeetingRow>[] {
  const label = (field: string) => fieldLabel('meeting', field);
  return [
    {
      id: 'day',
      label: say('meetingPlans.day'),
      width: 112,
      grow: 0,
      always: true,
      render: (row, previous) => <DayCell row={row} previous={previous} format={format} />,
      text: (row) => format.day(dayOf(row)),
    },
    {
      id: 'time',
      label: say('meetingPlans.time'),
      width: 156,
      grow: 0,
      tabular: true,
      always: true,
      render: (row) => (
        <span className={classes.time} data-status={row.status}>
          {format.span(row.startsAt, row.endsAt, row.zone)}
          <ConflictIcon kind={row.conflict} />
        </span>
      ),
      text: (row) => format.span(row.startsAt, row.endsAt, row.zone),
    },
    {
      id: 'client',
      label: label('client'),
      width: 150,
      grow: 3,
      always: true,
      render: (row) => <strong className={classes.client}>{cutText(row.clientName)}</strong>,
      text: (row) => row.clientName,
    },
    {
      id: 'title',
      label: say('meetingPlans.what'),
      width: 140,
      grow: 3,
      render: (row) => cutText(whatOf(row)),
    },
    {
      id: 'place',
      label: label('place'),
      width: 120,
      grow: 2,
      roomFrom: 860,
      render: (row) => cutText(placeOf(row)),
    },
    {
      id: 'people',
      label: label('people'),
      width: 140,
      grow: 2,
      roomFrom: 1100,
      render: (row) => cutText(row.people.map((person) => person.name).join(', ')),
    },
    {
      id: 'ours',
      label: label('ours'),
      width: 130,
      grow: 1,
      optional: true,
      render: (row) => cutText(row.ours.map((member) => member.name).join(', ')),
    },
    {
      id: 'status',
      label: label('status'),
      width: 112,
      grow: 0,
      render: (row) => choiceLabel('meeting', 'status', row.status),
    },
    {
      id: 'preparation',
      label: say('meetingPlans.preparation'),
      width: 116,
      grow: 0,
      render: (row) => (
        <ProgressBar label={say('meetingPlans.preparation')} done={row.done} items={row.items} />
      ),
      text: (row) => (row.items > 0 ? `${row.done}/${row.items}` : ''),
    },
  ];
}

/** What it is called, or its type: the client stands beside it. */
export function whatOf(row: Pick<MeetingRow, 'title' | 'type'>): string {
  return row.title ?? choiceLabel('meeting', 'type', row.type);
}

export function placeOf(row: Pick<MeetingRow, 'place' | 'stand'>): string {
  return [row.place, row.stand && say('meetingPlans.standOf', { stand: row.stand })]
    .filter(Boolean)
    .join(', ');
}

/** The day on which it begins where this device is. */
export function dayOf(row: { startsAt: number }): string {
  return todayIn(deviceZone(), row.startsAt);
}

interface DayCellProps {
  row: MeetingRow;
  previous: MeetingRow | undefined;
  format: Format;
}

function DayCell({ row, previous, format }: DayCellProps) {
  const day = dayOf(row);
  const said = previous !== undefined && dayOf(previous) === day;
  return (
    <span className={said ? 'sr-only' : classes.day} title={said ? undefined : format.day(day)}>
      {format.weekday(day)}
    </span>
  );
}
