/** The appointments of a file, each with a tick, its client and its type. */
import { Anchor, Badge, Checkbox, Select, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { ClientPicker } from '#renderer/pickers/client-picker.tsx';
import { todayIn } from '#shared/domain/time/day.ts';
import { MEETING_TYPES } from '#shared/entities/meetings.ts';
import { canBeTaken, type ChosenRow } from './calendar-rows.ts';
import classes from './calendar.module.css';

interface CalendarTableProps {
  rows: readonly ChosenRow[];
  onChange(rows: ChosenRow[]): void;
}

export function CalendarTable({ rows, onChange }: CalendarTableProps) {
  const { t } = useTranslation();
  const able = rows.filter(canBeTaken);
  const all = able.length > 0 && able.every(({ taken }) => taken);
  const put = (changed: ChosenRow) => onChange(rows.map((row) => (row.id === changed.id ? changed : row)));
  return (
    <div className={classes.rows}>
      <Table verticalSpacing="xs" aria-label={t('calendar.take.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={44}>
              <Checkbox
                aria-label={t('calendar.take.all')}
                checked={all}
                indeterminate={!all && able.some(({ taken }) => taken)}
                disabled={able.length === 0}
                onChange={() => onChange(rows.map((row) => ({ ...row, taken: canBeTaken(row) && !all })))}
              />
            </Table.Th>
            <Table.Th>{t('calendar.columns.when')}</Table.Th>
            <Table.Th>{t('calendar.columns.what')}</Table.Th>
            <Table.Th>{t('fields.meeting.client')}</Table.Th>
            <Table.Th>{t('fields.meeting.type')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <CalendarRow key={row.id} row={row} onChange={put} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function CalendarRow({ row, onChange }: { row: ChosenRow; onChange(row: ChosenRow): void }) {
  const { t } = useTranslation();
  const { appointment, client, type } = row;
  const title = appointment.title ?? t('calendar.untitled');
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          aria-label={t('calendar.take.one', { title })}
          checked={row.taken && canBeTaken(row)}
          disabled={!canBeTaken(row)}
          onChange={(event) => onChange({ ...row, taken: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td className={classes.when}>
        <When row={row} />
      </Table.Td>
      <Table.Td className={classes.what}>
        <Text fw={500}>{title}</Text>
        {appointment.place && (
          <Text size="sm" c="dimmed">
            {appointment.place}
          </Text>
        )}
        {appointment.attendees.length > 0 && (
          <Text size="sm" c="dimmed" lineClamp={2}>
            {appointment.attendees.join(', ')}
          </Text>
        )}
      </Table.Td>
      {appointment.known ? (
        <Table.Td colSpan={2}>
          <Known id={appointment.known.id} change={appointment.known.change} />
        </Table.Td>
      ) : (
        <>
          <Table.Td className={classes.withWhom}>
            <ClientPicker
              value={client?.id ?? null}
              valueName={client?.name ?? null}
              onChoose={(chosen) => onChange({ ...row, client: chosen, taken: chosen !== null })}
            />
          </Table.Td>
          <Table.Td className={classes.type}>
            <Select
              aria-label={t('fields.meeting.type')}
              data={MEETING_TYPES.map((value) => ({ value, label: choiceLabel('meeting', 'type', value) }))}
              value={type}
              allowDeselect={false}
              onChange={(value) => value && onChange({ ...row, type: value as typeof type })}
            />
          </Table.Td>
        </>
      )}
    </Table.Tr>
  );
}

function When({ row: { appointment } }: { row: ChosenRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { startsAt, endsAt, zone, allDay, cancelled, conflicts } = appointment;
  const first = conflicts[0];
  return (
    <Stack gap={2} align="flex-start">
      <Text>{format.weekday(todayIn(zone, startsAt))}</Text>
      <Text size="sm" c="dimmed">
        {allDay ? t('calendar.allDay') : format.span(startsAt, endsAt, zone)}
      </Text>
      {cancelled && <Badge color="red">{t('calendar.cancelled')}</Badge>}
      {first && (
        <Text size="sm" c="var(--v-look, var(--mantine-color-orange-8))">
          {t(`calendar.conflict.${first.kind}`, { name: first.clientName })}
        </Text>
      )}
    </Stack>
  );
}

function Known({ id, change }: { id: string; change: 'none' | 'moved' | 'cancelled' }) {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} href={`/meetings/${id}`}>
      {t(`calendar.known.${change}`)}
    </Anchor>
  );
}
