/** Appointments from another calendar taken over as meetings, and meetings given to another calendar, as files. */
import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { CalendarGive } from './calendar-give.tsx';
import { CalendarTake } from './calendar-take.tsx';
import classes from './calendar.module.css';

export function CalendarScreen() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('calendar.title')} scroll>
      <Stack gap="md" className={classes.screen}>
        <CalendarTake />
        <CalendarGive />
      </Stack>
    </PageFrame>
  );
}
