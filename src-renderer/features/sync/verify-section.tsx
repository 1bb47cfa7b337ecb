/** When this device was last proved to hold what the server holds, and proving it now. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { ConnectedState } from './sync-words.ts';
import { verifyNow } from './verify-now.ts';

export function VerifySection({ state: { lastVerifiedAt } }: { state: ConnectedState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  return (
    <Section title={t('sync.verify.title')}>
      <Text>{t('sync.verify.text')}</Text>
      <Text c="dimmed" title={format.instant(lastVerifiedAt)}>
        {lastVerifiedAt === null
          ? t('sync.verify.never')
          : t('sync.verify.last', { when: format.relative(lastVerifiedAt) })}
      </Text>
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        loading={busy}
        onClick={() => {
          setBusy(true);
          void verifyNow().finally(() => setBusy(false));
        }}
      >
        {t('sync.verify.now')}
      </Button>
    </Section>
  );
}
