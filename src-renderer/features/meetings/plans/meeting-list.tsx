/** Meetings by the time they begin: those ahead, today's first, or those that are over, the last one first. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCalendarEvent, IconCalendarShare, IconCar } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { deviceZone, type Format, today, useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLiveWindow } from '#renderer/lib/live-window.ts';
import { useMinute } from '#renderer/lib/use-minute.ts';
import type { Filter } from '#renderer/ui/filter-chips.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import type { MeetingRow } from '#shared/contract/meeting-plans.ts';
import { MEETING_STATUSES, MEETING_TYPES } from '#shared/entities/meetings.ts';
import { dayOf, meetingColumns, placeOf, whatOf } from './meeting-columns.tsx';
import { ConflictIcon } from './meeting-conflicts.tsx';
import { type Half, halfOf, meetingFilterOf, useMeetingList } from './meeting-list-store.ts';
import classes from './meetings.module.css';
import { cutText } from '#renderer/ui/cut-text.tsx';
import compact from '#renderer/ui/compact-row.module.css';

export function MeetingList({ selected }: { selected: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  // At midnight today's meetings become yesterday's.
  useMinute();
  const now = today();
  const { half, text, chosen, setHalf, setText, setChosen, clear } = useMeetingList();
  const [searched] = useDebouncedValue(text, 60);
  const narrowed = useMemo(() => meetingFilterOf(searched, chosen), [searched, chosen]);
  const filter = useMemo(() => ({ ...narrowed, ...halfOf(half, now, deviceZone()) }), [narrowed, half, now]);
  const rows = useLiveWindow('meetingPlans', 'list', { filter, descending: half === 'past' });
  const columns = useMemo(() => meetingColumns(format), [format]);
  const filters = useMeetingFilters();
  return (
    <ListPage
      name="meetings"
      title={t('meetingPlans.title')}
      count="meetingPlans.count"
      window={rows}
      columns={columns}
      selected={selected}
      compact={(row) => <CompactMeeting row={row} format={format} />}
      search={{
        text,
        onText: setText,
        label: t('meetingPlans.find'),
        clearLabel: t('meetingPlans.findClear'),
      }}
      scope={
        <Group gap={8} wrap="nowrap">
          <SegmentedControl
            aria-label={t('meetingPlans.half')}
            data={[
              { value: 'upcoming', label: t('meetingPlans.upcoming') },
              { value: 'past', label: t('meetingPlans.past') },
            ]}
            value={half}
            onChange={(next) => setHalf(next as Half)}
          />
          {half !== 'past' && selected === null && (
            <Button
              component={Link}
              href="/calendar"
              variant="subtle"
              size="compact-sm"
              leftSection={<IconCalendarShare size={16} />}
            >
              {t('calendar.title')}
            </Button>
          )}
          {half === 'past' && selected === null && (
            <Button
              component={Link}
              href="/trips"
              variant="subtle"
              size="compact-sm"
              leftSection={<IconCar size={16} />}
            >
              {t('trips.title')}
            </Button>
          )}
        </Group>
      }
      filters={filters}
      chosen={chosen}
      onChosen={setChosen}
      filtered={half === 'past' || Object.keys(narrowed).length > 0}
      onClear={clear}
      create={{ label: t('meetingPlans.create') }}
      empty={{
        icon: <IconCalendarEvent size={40} />,
        title: t('meetingPlans.emptyTitle'),
        text: t('meetingPlans.emptyText'),
        action: (
          <Group gap={8}>
            <Button component={Link} href="/meetings/new">
              {t('meetingPlans.create')}
            </Button>
            <Button variant="subtle" onClick={() => setHalf('past')}>
              {t('meetingPlans.showPast')}
            </Button>
          </Group>
        ),
      }}
      noMatch={{ title: t('meetingPlans.nothingTitle'), text: t('meetingPlans.nothingText') }}
    />
  );
}

function useMeetingFilters(): Filter[] {
  const { t } = useTranslation();
  const choices = (field: 'status' | 'type', values: readonly string[]): Filter => ({
    field,
    label: fieldLabel('meeting', field),
    values: values.map((value) => ({ value, label: choiceLabel('meeting', field, value) })),
  });
  return [
    choices('type', MEETING_TYPES),
    choices('status', MEETING_STATUSES),
    {
      field: 'whose',
      label: t('meetingPlans.whose'),
      values: [{ value: 'mine', label: t('meetingPlans.mine') }],
    },
  ];
}

function CompactMeeting({ row, format }: { row: MeetingRow; format: Format }) {
  const { t } = useTranslation();
  return (
    <div className={compact.row}>
      {cutText(row.clientName)}
      <span className={`${classes.end} ${classes.time}`} data-status={row.status}>
        <ConflictIcon kind={row.conflict} />
        {format.weekday(dayOf(row))} {format.span(row.startsAt, row.endsAt, row.zone)}
      </span>
      <span className={compact.soft}>
        {[
          whatOf(row),
          placeOf(row),
          row.status === 'planned' ? '' : choiceLabel('meeting', 'status', row.status),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <ProgressBar label={t('meetingPlans.preparation')} done={row.done} items={row.items} />
    </div>
  );
}
