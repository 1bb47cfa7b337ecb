/** Where the data lie and what opens them, in plain words: what the key protects against, and what not. */
import { Button, Code, CopyButton, Group, List, Stack, Text } from '@mantine/core';
import { IconCopy, IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#renderer/lib/preferences.ts';
import { FolderRiskNote } from '#renderer/ui/folder-risk-note.tsx';
import { Section } from './section.tsx';

export function DataSection({ profile }: { profile: Settings['profile'] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.data')}>
      <FolderRiskNote risk={profile.risk} />
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          {t('settings.folder')}
        </Text>
        <Group gap="xs">
          <Code style={{ overflowWrap: 'anywhere' }}>{profile.folder}</Code>
          <CopyButton value={profile.folder}>
            {({ copied, copy }) => (
              <Button variant="subtle" size="compact-sm" leftSection={<IconCopy size={14} />} onClick={copy}>
                {t(copied ? 'settings.copied' : 'settings.copyFolder')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          {t('settings.key')}
        </Text>
        <Group gap="sm">
          {profile.keySlots.map((slot) => (
            <Group key={slot} gap={6}>
              <IconKey size={18} stroke={1.6} aria-hidden />
              <Text>{t(`settings.slots.${slot}`)}</Text>
            </Group>
          ))}
        </Group>
      </Stack>
      {profile.keySlots.includes('keyFile') && (
        <Stack gap={6}>
          <Text>{t('settings.keyFileTitle')}.</Text>
          <List spacing={4} c="dimmed">
            <List.Item>{t('settings.keyFileProtects')}</List.Item>
            <List.Item>{t('settings.keyFileNot')}</List.Item>
            <List.Item>{t('settings.keyFileLoss')}</List.Item>
          </List>
        </Stack>
      )}
    </Section>
  );
}
