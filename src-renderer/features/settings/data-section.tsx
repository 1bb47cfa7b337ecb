/** Where the data lie, and whether that is a good place. */
import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#renderer/lib/preferences.ts';
import { FolderRiskNote } from '#renderer/ui/folder-risk-note.tsx';
import { Section } from '#renderer/ui/section.tsx';

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
    </Section>
  );
}
