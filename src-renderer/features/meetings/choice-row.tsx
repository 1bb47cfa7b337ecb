/** A row of small buttons of which one, or several, may be on; the digits 1 to 9 switch them while it has the focus. */
import { Kbd, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './composer.module.css';

export interface ChoiceOption<V extends string> {
  value: V;
  label: string;
  detail?: string | null;
}

interface ChoiceRowProps<V extends string> {
  label: string;
  options: ChoiceOption<V>[];
  chosen: readonly V[];
  onToggle(value: V): void;
  /** Shows the digit of each choice. */
  digits?: boolean;
  children?: ReactNode;
}

export function ChoiceRow<V extends string>(props: ChoiceRowProps<V>) {
  const { label, options, chosen, onToggle, digits = true, children } = props;
  return (
    <div
      className={classes.choices}
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
        const option = digits ? options[digitOf(event.code) - 1] : undefined;
        if (option) {
          event.preventDefault();
          onToggle(option.value);
          return;
        }
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (step !== 0) focusNeighbour(event.currentTarget, event.target as HTMLElement, step);
      }}
    >
      <span className={classes.choicesLabel} aria-hidden>
        {label}
      </span>
      {options.map((option, at) => (
        <UnstyledButton
          key={option.value}
          className={classes.choice}
          aria-pressed={chosen.includes(option.value)}
          // One stop for Tab; arrows and digits reach the rest.
          tabIndex={at === 0 ? 0 : -1}
          data-choice
          onClick={() => onToggle(option.value)}
        >
          {digits && at < 9 && (
            <Kbd size="xs" className={classes.key} aria-hidden>
              {at + 1}
            </Kbd>
          )}
          <span>{option.label}</span>
          {option.detail && <span className={classes.choiceDetail}>{option.detail}</span>}
        </UnstyledButton>
      ))}
      {children}
    </div>
  );
}

/** Digits by the place of the key: the upper row of a Slovak keyboard types letters. */
function digitOf(code: string): number {
  return Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0);
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function focusNeighbour(row: HTMLElement, from: HTMLElement, step: number) {
  const all = [...row.querySelectorAll<HTMLElement>('[data-choice]')];
  const here = all.findIndex((one) => one.contains(from));
  all[(here + step + all.length) % all.length]?.focus();
}
