/** Single letters as shortcuts can be switched off (WCAG 2.1.4). */
import { Button, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { Section } from '#renderer/ui/section.tsx';

export function KeysSection({ letterKeys, onShowKeys }: { letterKeys: boolean; onShowKeys(): void }) {
  const { t } = useTranslation();
  const { change } = usePreferences();
  return (
    <Section title={t('settings.keys')}>
      <Switch
        label={t('settings.letterKeys')}
        description={t('settings.letterKeysHint')}
        checked={letterKeys}
        onChange={(event) => change({ letterKeys: event.currentTarget.checked })}
      />
      <Button variant="default" onClick={onShowKeys} style={{ alignSelf: 'flex-start' }}>
        {t('settings.showKeys')}
      </Button>
    </Section>
  );
}
