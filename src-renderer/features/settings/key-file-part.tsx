/** The key file: what it protects from and what not, and taking it away once something else opens the base. */
import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { runCommand } from '#renderer/lib/run.ts';
import type { KeysState } from '#shared/contract/keys.ts';

export function KeyFilePart({ keys }: { keys: KeysState }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!keys.ways.some(({ kind }) => kind === 'keyFile')) return null;

  async function remove(): Promise<void> {
    setBusy(true);
    await runCommand(rpc.keys.removeKeyFile({}), { done: 'access.keyFileRemoved' });
    setBusy(false);
    setAsking(false);
  }

  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('access.ways.keyFile')}
      </Title>
      <Text>{t('access.keyFileTitle')}.</Text>
      <List spacing={4} c="dimmed">
        <List.Item>{t('access.keyFileProtects')}</List.Item>
        <List.Item>{t('access.keyFileNot')}</List.Item>
        <List.Item>{t('access.keyFileLoss')}</List.Item>
      </List>
      {keys.canRemoveKeyFile && !asking && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAsking(true)}>
          {t('access.keyFileRemove')}…
        </Button>
      )}
      {asking && (
        <Stack gap="xs" role="group" aria-label={t('access.keyFileRemove')}>
          <Text>{t('access.keyFileRemoveText')}</Text>
          <Group gap="xs">
            <Button color="red" loading={busy} onClick={() => void remove()}>
              {t('access.keyFileRemove')}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      )}
    </Stack>
  );
}
