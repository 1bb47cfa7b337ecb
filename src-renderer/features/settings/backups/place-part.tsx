/** The second place of backups: chosen in the desktop's own dialog, absent without being an error, and given up. */
import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { showNote, showTrouble } from '#renderer/lib/notes.tsx';
import { runCommand } from '#renderer/lib/run.ts';
import type { BackupState } from '#shared/contract/backups.ts';

export function PlacePart({ second }: { second: BackupState['second'] }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);

  async function choose(): Promise<void> {
    if (!desktop) return;
    setBusy(true);
    const result = await desktop.chooseBackupPlace();
    setBusy(false);
    if (result === 'chosen') showNote(t('backups.place.chosen'));
    else if (result !== 'cancelled') showTrouble(t(`backups.problems.${result}`));
  }

  const { folder, state, problem } = second;
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('backups.place.title')}
      </Title>
      {folder !== null && <Code style={{ overflowWrap: 'anywhere' }}>{folder}</Code>}
      <Text>
        {state === 'none' && !desktop ? t('backups.place.noneBrowser') : t(`backups.place.${state}`)}
        {problem && ` ${t(`backups.problems.${problem}`)}`}
      </Text>
      <Group gap="xs">
        {desktop && (
          <Button variant="default" loading={busy} onClick={() => void choose()}>
            {t(folder === null ? 'backups.place.choose' : 'backups.place.change')}
          </Button>
        )}
        {folder !== null && (
          <Button variant="subtle" onClick={() => void runCommand(rpc.backups.setPlace({ folder: null }))}>
            {t('backups.place.drop')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
