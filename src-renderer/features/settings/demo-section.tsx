/** The demo base stands beside the own one; going there and back changes neither. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openBase } from '#renderer/lib/open-base.ts';
import { Section } from '#renderer/ui/section.tsx';

export function DemoSection({ kind }: { kind: 'own' | 'demo' }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const other = kind === 'own' ? 'demo' : 'own';
  return (
    <Section title={t('settings.demo')}>
      <Text>{t('settings.demoText')}</Text>
      <Button
        variant="default"
        loading={busy}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          setBusy(true);
          void openBase(other).finally(() => setBusy(false));
        }}
      >
        {t(kind === 'own' ? 'settings.demoOpen' : 'app.demoLeave')}
      </Button>
    </Section>
  );
}
