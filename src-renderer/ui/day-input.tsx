/** A day as people write it. One that cannot be used stays as it was typed, and says why. */
import { DateInput, type DateInputProps } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { problemSentence } from '#renderer/lib/problems.ts';
import { parseDay } from './day-text.ts';

interface DayInputProps extends Omit<DateInputProps, 'value' | 'onChange' | 'minDate' | 'maxDate'> {
  /** `YYYY-MM-DD`. */
  value: string | null;
  minDate?: string | undefined;
  maxDate?: string | undefined;
  onChange(day: string | null): void;
}

export function DayInput({ onChange, error, minDate, maxDate, onBlur, ...rest }: DayInputProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [problem, setProblem] = useState<string | null>(null);
  const [left, setLeft] = useState(false);

  function problemOf(text: string): string | null {
    if (text.trim() === '') return null;
    const day = parseDay(text);
    if (!day) return problemSentence('notADay');
    if (minDate && day < minDate) return t('problems.notBefore', { day: format.day(minDate) });
    return maxDate && day > maxDate ? t('problems.notAfter', { day: format.day(maxDate) }) : null;
  }

  return (
    <DateInput
      {...rest}
      minDate={minDate}
      maxDate={maxDate}
      onChange={(day) => {
        setProblem(null);
        onChange(day);
      }}
      onInput={(event) => {
        const text = event.currentTarget.value;
        setLeft(isWhole(text));
        setProblem(problemOf(text));
      }}
      onBlur={(event) => {
        setLeft(true);
        onBlur?.(event);
      }}
      // What is right is written out in full; what is not is left to be mended.
      fixOnBlur={problem === null}
      error={(left && problem) || error}
      data-unusable={problem === null ? undefined : true}
      dateParser={(text) => parseDay(text)}
      valueFormat={i18n.language === 'en' ? 'DD/MM/YYYY' : 'D. M. YYYY'}
      locale={i18n.language}
      firstDayOfWeek={1}
    />
  );
}

/**
 * Nobody is still typing it: what is wrong is said at once. Said only when the field is left, it would push away the
 * button that is being clicked.
 */
function isWhole(text: string): boolean {
  return /\p{L}|\d\D+\d+\D+\d{4}|\d{4}-\d+-\d/u.test(text);
}

/** Goes to a day in the form that cannot be used, so that nothing else is written instead. Whether there was one. */
export function stopAtUnusable(form: HTMLElement | null): boolean {
  const found = form?.querySelector<HTMLElement>('[data-unusable]');
  // Leaving it shows what is wrong with it.
  found?.blur();
  found?.focus();
  return found !== null && found !== undefined;
}
