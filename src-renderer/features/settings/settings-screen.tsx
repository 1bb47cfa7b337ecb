/** Settings: every change applies at once, so there is no button to save them. */
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLive } from '#renderer/lib/live.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { BackupsSection } from './backups/backups-section.tsx';
import { DataSection } from './data-section.tsx';
import { DaySection } from './day-section.tsx';
import { DemoSection } from './demo-section.tsx';
import { DesktopSection } from './desktop-section.tsx';
import { LicencesSection } from './licences-section.tsx';
import { LookSection } from './look-section.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { KeysSection } from './keys-section.tsx';
import { NameSection } from './name-section.tsx';
import { OpeningSection } from './opening-section.tsx';
import { UpdatesSection } from './updates-section.tsx';
import { Loading } from '#renderer/ui/loading.tsx';

interface SettingsScreenProps {
  onShowKeys(): void;
}

export function SettingsScreen({ onShowKeys }: SettingsScreenProps) {
  const { t } = useTranslation();
  const settings = useLive('settings', 'get', {});
  return (
    <PageFrame title={t('settings.title')} scroll>
      {settings.error && <Sentence error={settings.error} onRetry={() => void settings.refetch()} />}
      {!settings.data && !settings.error && <Loading />}
      {settings.data && (
        <Stack gap="lg" maw={760}>
          <NameSection name={settings.data.member.name} />
          <LookSection preferences={settings.data.preferences} />
          <KeysSection letterKeys={settings.data.preferences.letterKeys} onShowKeys={onShowKeys} />
          <DaySection />
          <DesktopSection />
          <DataSection profile={settings.data.profile} />
          <OpeningSection profile={settings.data.profile} />
          {settings.data.profile.kind === 'own' && <BackupsSection />}
          <DemoSection kind={settings.data.profile.kind} />
          <UpdatesSection />
          <Section title={t('settings.about')}>
            <Text>{t('settings.version', { version: settings.data.profile.version })}</Text>
            <Text c="dimmed">{t('settings.licence')}</Text>
          </Section>
          <LicencesSection />
        </Stack>
      )}
    </PageFrame>
  );
}
