/** Hours and minutes. A click always takes the whole number, so that what is typed replaces it. */
import { TimePicker, type TimePickerProps } from '@mantine/dates';
import type { MouseEvent } from 'react';

interface ClockInputProps extends Omit<TimePickerProps, 'value' | 'onChange'> {
  /** `HH:MM`, or nothing yet. */
  value: string;
  onChange(clock: string): void;
}

const WHOLE = /^\d\d:\d\d/;

export function ClockInput({ onChange, ...rest }: ClockInputProps) {
  return (
    <TimePicker
      {...rest}
      hoursInputProps={TAKE_WHOLE}
      minutesInputProps={TAKE_WHOLE}
      onChange={(typed) => WHOLE.test(typed) && onChange(typed.slice(0, 5))}
    />
  );
}

const TAKE_WHOLE = {
  // A second click into selected text would put the caret into it, and a digit typed there changes another hour.
  onMouseUp: (event: MouseEvent<HTMLInputElement>) => event.preventDefault(),
};
