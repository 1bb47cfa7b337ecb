/** The month that is shown: one back, one on, or any. */
import { ActionIcon, Group } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addMonths } from '#shared/domain/time/day.ts';
import { useMonthName } from './month-name.ts';

interface MonthChooserProps {
  /** YYYY-MM */
  month: string;
  onChoose(month: string): void;
}

export function MonthChooser({ month, onChoose }: MonthChooserProps) {
  const { t, i18n } = useTranslation();
  const nameOf = useMonthName();
  const step = (months: number) => onChoose(addMonths(`${month}-01`, months).slice(0, 7));
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="default" size={36} aria-label={t('trips.monthBefore')} onClick={() => step(-1)}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <MonthPickerInput
        w={156}
        aria-label={`${t('trips.month')}: ${nameOf(month)}`}
        value={`${month}-01`}
        onChange={(day) => day && onChoose(day.slice(0, 7))}
        valueFormat="MMMM YYYY"
        locale={i18n.language}
      />
      <ActionIcon variant="default" size={36} aria-label={t('trips.monthAfter')} onClick={() => step(1)}>
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  );
}
