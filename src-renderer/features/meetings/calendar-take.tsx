/** A calendar file, looked at and taken over: what is in it, with whom, and what of it is here already. */
import { Alert, Button, FileButton, Group, Text } from '@mantine/core';
import { IconCalendarUp } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { showTrouble } from '#renderer/lib/notes.tsx';
import { useRun } from '#renderer/lib/run.ts';
import { Section } from '#renderer/ui/section.tsx';
import { APPOINTMENTS_AT_ONCE, CALENDAR_LIMIT } from '#shared/contract/calendar.ts';
import { type ChosenRow, type LookedAt, rowsOf, takenOf } from './calendar-rows.ts';
import { CalendarTable } from './calendar-table.tsx';

const DAY = 86_400_000;
/** A look back to mend what was missed, and as far ahead as people plan. */
const BACK = 31 * DAY;
const AHEAD = 400 * DAY;

export function CalendarTake() {
  const { t } = useTranslation();
  const run = useRun();
  const resetFile = useRef<() => void>(null);
  const [looked, setLooked] = useState<LookedAt & { name: string }>();
  const [rows, setRows] = useState<ChosenRow[]>([]);
  const [busy, setBusy] = useState(false);
  const taken = takenOf(rows);

  async function look(file: File | null): Promise<void> {
    resetFile.current?.();
    if (!file) return;
    if (file.size > CALENDAR_LIMIT) return showTrouble(t('calendar.take.tooLarge'));
    setBusy(true);
    const now = Date.now();
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    const text = textOf(await file.arrayBuffer());
    const found = await run(rpc.calendar.read({ text, zone, from: now - BACK, to: now + AHEAD }));
    setBusy(false);
    if (!found) return;
    setLooked({ ...found, name: file.name });
    setRows(rowsOf(found, now));
  }

  async function take(): Promise<void> {
    setBusy(true);
    const done = await run(rpc.calendar.take({ appointments: taken.slice(0, APPOINTMENTS_AT_ONCE) }), {
      done: 'calendar.take.done',
      params: { count: taken.length },
      undoable: true,
    });
    setBusy(false);
    if (!done) return;
    setLooked(undefined);
    setRows([]);
  }

  return (
    <Section title={t('calendar.take.title')}>
      <Text>{t('calendar.take.text')}</Text>
      <Group gap="md">
        <FileButton accept=".ics,text/calendar" resetRef={resetFile} onChange={(file) => void look(file)}>
          {(button) => (
            <Button
              {...button}
              variant={looked ? 'default' : 'filled'}
              loading={busy}
              leftSection={<IconCalendarUp size={18} stroke={1.6} aria-hidden />}
            >
              {t('calendar.take.choose')}
            </Button>
          )}
        </FileButton>
        {looked && (
          <Text role="status">
            {t('calendar.take.found', { count: rows.length, name: looked.name })}
            {looked.outside > 0 && ` ${t('calendar.take.outside', { count: looked.outside })}`}
          </Text>
        )}
      </Group>
      {looked && looked.unreadable > 0 && (
        <Alert color="yellow">{t('calendar.take.unreadable', { count: looked.unreadable })}</Alert>
      )}
      {rows.length > 0 && (
        <>
          <CalendarTable rows={rows} onChange={setRows} />
          <Group gap="xs">
            <Button disabled={taken.length === 0} loading={busy} onClick={() => void take()}>
              {t('calendar.take.take', { count: taken.length })}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setLooked(undefined);
                setRows([]);
              }}
            >
              {t('common.cancel')}
            </Button>
          </Group>
        </>
      )}
    </Section>
  );
}

/** UTF-8 as the standard wants it, else what older Windows programs here write. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1250').decode(bytes);
  }
}
