/** Meetings of a time as a file for one's own calendar. */
import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { today } from '#renderer/lib/format.ts';
import { showNote } from '#renderer/lib/notes.tsx';
import { useRun } from '#renderer/lib/run.ts';
import { saveFile } from '#renderer/lib/save-file.ts';
import { Section } from '#renderer/ui/section.tsx';

const SPANS = ['day', 'week', 'month', 'year'] as const;
type Span = (typeof SPANS)[number];
const DAYS: Record<Span, number> = { day: 1, week: 7, month: 31, year: 366 };

export function CalendarGive() {
  const { t } = useTranslation();
  const run = useRun();
  const [span, setSpan] = useState<Span>('week');
  const [busy, setBusy] = useState(false);

  async function give(): Promise<void> {
    setBusy(true);
    const midnight = new Date();
    midnight.setHours(0, 0, 0, 0);
    const end = new Date(midnight);
    end.setDate(end.getDate() + DAYS[span]);
    const file = await run(rpc.calendar.give({ from: midnight.getTime(), to: end.getTime() }));
    setBusy(false);
    if (!file) return;
    if (file.count === 0) return showNote(t('calendar.give.none'));
    saveCalendar(file.text, `${t('calendar.give.file')} ${today()}.ics`);
    showNote(t('calendar.give.done', { count: file.count }));
  }

  return (
    <Section title={t('calendar.give.title')}>
      <Text>{t('calendar.give.text')}</Text>
      <Group gap="md">
        <SegmentedControl
          aria-label={t('calendar.give.span')}
          value={span}
          onChange={(value) => setSpan(value as Span)}
          data={SPANS.map((value) => ({ value, label: t(`calendar.spans.${value}`) }))}
        />
        <Button
          variant="default"
          leftSection={<IconCalendarDown size={18} stroke={1.6} aria-hidden />}
          loading={busy}
          onClick={() => void give()}
        >
          {t('calendar.give.save')}
        </Button>
      </Group>
    </Section>
  );
}

export function saveCalendar(text: string, name: string): void {
  saveFile(new Blob([text], { type: 'text/calendar' }), name);
}
