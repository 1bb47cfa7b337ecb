/** Settings of backups: the last one and the next, where they are, and going back to one. */
import { Code, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useLive } from '#renderer/lib/live.ts';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { BackupSource } from '#shared/contract/backups.ts';
import { Section } from '#renderer/ui/section.tsx';
import { BackupList } from './backup-list.tsx';
import { FromFile } from './from-file.tsx';
import { MakePart } from './make-part.tsx';
import { PlacePart } from './place-part.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { Loading } from '#renderer/ui/loading.tsx';

export function BackupsSection() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const state = useLive('backups', 'state', {});
  const list = useLive('backups', 'list', {});
  const [source, setSource] = useState<BackupSource>();
  return (
    <Section title={t('backups.title')}>
      <Text>{t('backups.lead')}</Text>
      {state.error && <Sentence error={state.error} onRetry={() => void state.refetch()} />}
      {!state.data && !state.error && <Loading />}
      {state.data && (
        <Stack gap="lg">
          <MakePart state={state.data} />
          <Stack gap={4}>
            <Text size="sm" fw={500}>
              {t('backups.folder')}
            </Text>
            <Code style={{ overflowWrap: 'anywhere' }}>{state.data.folder}</Code>
          </Stack>
          <PlacePart second={state.data.second} />
          <Stack gap="xs">
            <Group justify="space-between">
              <Title order={3} size="h4">
                {t('backups.list')}
              </Title>
              <FromFile onChosen={setSource} />
            </Group>
            <Text>{t('backups.listText')}</Text>
            {list.data && <BackupList backups={list.data} onRestore={({ id }) => setSource({ id })} />}
          </Stack>
        </Stack>
      )}
      {source && (
        <RestoreDialog
          source={source}
          onClose={() => setSource(undefined)}
          onRestored={() => {
            setSource(undefined);
            go('/clients');
          }}
        />
      )}
    </Section>
  );
}
