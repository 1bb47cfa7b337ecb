/** The parts that every step of the wizard has: a heading that takes the focus, trouble in a sentence, the buttons. */
import { Alert, Button, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '#renderer/lib/keys.ts';
import styles from './exchange.module.css';
import importStyles from './import.module.css';

export interface StepFrameProps {
  title: string;
  hint?: ReactNode;
  trouble?: string | null;
  back?: () => void;
  next?: { label: string; act: () => void; disabled?: boolean };
  children: ReactNode;
}

export function StepFrame({ title, hint, trouble, back, next, children }: StepFrameProps) {
  const { t } = useTranslation();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  useShortcuts({ 'ctrl+enter': next && !next.disabled ? next.act : undefined }, { scope: frame });
  return (
    <div ref={frame} role="group" aria-labelledby={id} className={importStyles.frame}>
      <div className={importStyles.frameBody}>
        <div>
          <Title order={2} id={id} tabIndex={-1} className={importStyles.stepTitle}>
            {title}
          </Title>
          {hint && <Text c="dimmed">{hint}</Text>}
        </div>
        <Trouble sentence={trouble ?? null} />
        {children}
      </div>
      {(back || next) && (
        <div className={styles.buttons}>
          {back && (
            <Button variant="default" onClick={back}>
              {t('exchange.steps.back')}
            </Button>
          )}
          {next && (
            <Button onClick={next.act} disabled={next.disabled}>
              {next.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

export function Trouble({ sentence, children }: { sentence: string | null; children?: ReactNode }) {
  if (!sentence) return null;
  return (
    <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />} role="alert">
      {sentence}
      {children}
    </Alert>
  );
}
