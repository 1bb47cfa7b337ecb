/** A whole recovery code being typed or pasted; under it, group by group, how it is read and where a typo is. */
import { TextInput, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CODE_GROUPS, isGroupRight, splitCode } from '#shared/domain/keys/recovery-code.ts';
import classes from './code.module.css';

interface CodeFieldProps {
  label: string;
  description?: string;
  value: string;
  onChange(value: string): void;
  error?: ReactNode;
  autoFocus?: boolean;
}

export function CodeField({ label, description, value, onChange, error, autoFocus }: CodeFieldProps) {
  return (
    <div>
      <TextInput
        className={classes.typed}
        label={label}
        description={description}
        error={error}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        data-autofocus={autoFocus}
        autoFocus={autoFocus}
        maxLength={200}
        mb="xs"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <CodeReading text={value} />
    </div>
  );
}

function CodeReading({ text }: { text: string }) {
  const { t } = useTranslation();
  const groups = splitCode(text);
  const places = Array.from({ length: Math.max(CODE_GROUPS, groups.length) }, (_, at) => at);
  return (
    <ol className={classes.reading} aria-label={t('access.enter.groups')} aria-live="polite">
      {places.map((at) => {
        const group = groups[at];
        const right = group === undefined ? null : isGroupRight(group, at);
        const state = right === null ? 'more' : right ? 'right' : 'wrong';
        return (
          <li key={at} data-state={group === undefined ? 'empty' : state}>
            {state === 'right' && <IconCheck size={16} aria-hidden />}
            {state === 'wrong' && <IconAlertTriangle size={16} aria-hidden />}
            <span aria-hidden>{group ?? '·····'}</span>
            <VisuallyHidden>
              {t('access.enter.group', { group: at + 1, text: group ?? t('access.enter.empty') })}
              {group !== undefined && `, ${t(`access.enter.state.${state}`)}`}
            </VisuallyHidden>
          </li>
        );
      })}
    </ol>
  );
}
