/** What is still to be said of an outcome before it is written: Enter writes it, Escape leaves it. */
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stopAtUnusable } from '#renderer/ui/day-input.tsx';
import classes from './call-target.module.css';

interface OutcomeFormProps {
  label: string;
  busy: boolean;
  onCommit(): void;
  onLeave(): void;
  children: ReactNode;
}

export function OutcomeForm({ label, busy, onCommit, onLeave, children }: OutcomeFormProps) {
  const { t } = useTranslation();
  return (
    <form
      className={classes.form}
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!stopAtUnusable(event.currentTarget)) onCommit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onLeave();
      }}
    >
      {children}
      <Group gap="xs">
        <Button type="submit" loading={busy}>
          {label}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {t('common.cancel')}
        </Button>
      </Group>
    </form>
  );
}
