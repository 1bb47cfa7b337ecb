/** A backup file that the person chooses: sent in pieces, then shown like any other backup. */
import { Button, FileButton, Progress } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showTrouble } from '#renderer/lib/notes.tsx';
import { sentenceFor } from '#renderer/lib/run.ts';
import type { BackupSource } from '#shared/contract/backups.ts';
import { sendBackup } from './run-restore.ts';

interface FromFileProps {
  onChosen(source: BackupSource): void;
  main?: boolean;
}

export function FromFile({ onChosen, main }: FromFileProps) {
  const { t } = useTranslation();
  const [part, setPart] = useState<number>();
  const reset = useRef<() => void>(null);

  async function send(file: File): Promise<void> {
    setPart(0);
    try {
      onChosen(await sendBackup(file, setPart));
    } catch (error) {
      showTrouble(sentenceFor(error));
    }
    reset.current?.();
    setPart(undefined);
  }

  if (part !== undefined)
    return <Progress value={part * 100} aria-label={t('backups.restore.uploading')} w={200} />;
  return (
    <FileButton accept=".vzb" onChange={(file) => file && void send(file)} resetRef={reset}>
      {(props) => (
        <Button {...props} variant={main ? 'filled' : 'default'}>
          {t('backups.fromFile')}
        </Button>
      )}
    </FileButton>
  );
}
