/** In place of a list that only the server has, while it cannot be had: calmly, with a way to try again. */
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sentenceFor } from '#renderer/lib/problems.ts';

export function OnServer({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { t } = useTranslation();
  return (
    <Text c="dimmed" role="status">
      {sentenceFor(error)}{' '}
      <Button variant="subtle" size="compact-sm" onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </Text>
  );
}
