/** The way back from a base that does not open: the newest backup, another one, a file, or what can still be read. */
import { Button, Divider, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackupList } from '#renderer/features/settings/backups/backup-list.tsx';
import { FromFile } from '#renderer/features/settings/backups/from-file.tsx';
import { RestoreDialog } from '#renderer/features/settings/backups/restore-dialog.tsx';
import { useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import type { BackupSource } from '#shared/contract/backups.ts';

export function GateBackups({ damaged }: { damaged: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useLive('backups', 'list', {}).data;
  const [source, setSource] = useState<BackupSource>();
  if (!list) return null;
  const [newest, ...others] = list.filter(({ places }) => !places.includes('aside'));
  const aside = list.filter(({ places }) => places.includes('aside'));
  return (
    <Stack gap="sm">
      <Divider />
      <Title order={2} size="h3">
        {t('backups.gate.title')}
      </Title>
      {damaged && <Text>{t('backups.gate.damaged')}</Text>}
      {!newest && <Text>{t('backups.gate.noneHere')}</Text>}
      <Group gap="sm">
        {newest && (
          <Button variant={damaged ? 'filled' : 'default'} onClick={() => setSource({ id: newest.id })}>
            {t('backups.gate.newest', { when: format.instant(newest.createdAt) })}
          </Button>
        )}
        <FromFile onChosen={setSource} main={damaged && !newest} />
      </Group>
      <BackupList backups={[...others, ...aside]} onRestore={({ id }) => setSource({ id })} />
      {damaged && (
        <>
          <Text c="dimmed">{t('backups.gate.readableText')}</Text>
          <Button
            style={{ alignSelf: 'flex-start' }}
            variant="default"
            onClick={() => setSource({ readable: true })}
          >
            {t('backups.gate.readable')}
          </Button>
        </>
      )}
      {source && (
        <RestoreDialog
          source={source}
          damaged={damaged}
          onClose={() => setSource(undefined)}
          onRestored={() => setSource(undefined)}
        />
      )}
    </Stack>
  );
}
