/** What went wrong, said in its place on the screen, with a way to try again. */
import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sentenceFor } from '#renderer/lib/problems.ts';

export interface SentenceProps {
  /** An error, or a sentence already made. */
  error: unknown;
  onRetry?(): void;
}

export function Sentence({ error, onRetry }: SentenceProps) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} />}>
      {typeof error === 'string' ? error : sentenceFor(error)}
      {onRetry && (
        <Button variant="subtle" size="compact-sm" ml="sm" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      )}
    </Alert>
  );
}
