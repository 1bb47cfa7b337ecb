/** The first start on another computer: the backup of the old one, and its recovery code. */
import { FileButton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { RestoreDialog } from '#renderer/features/settings/backups/restore-dialog.tsx';
import { sendBackup } from '#renderer/features/settings/backups/run-restore.ts';
import { showTrouble } from '#renderer/lib/notes.tsx';
import { sentenceFor } from '#renderer/lib/run.ts';
import type { BackupSource } from '#shared/contract/backups.ts';
import classes from './first-start.module.css';

export function RestoreWay({ busy }: { busy: boolean }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [sending, setSending] = useState(false);
  const [source, setSource] = useState<BackupSource>();
  const reset = useRef<() => void>(null);

  async function send(file: File): Promise<void> {
    setSending(true);
    try {
      setSource(await sendBackup(file, () => {}));
    } catch (error) {
      showTrouble(sentenceFor(error));
    }
    reset.current?.();
    setSending(false);
  }

  return (
    <>
      <FileButton accept=".vzb" onChange={(file) => file && void send(file)} resetRef={reset}>
        {({ onClick }) => (
          <button
            type="button"
            className={classes.way}
            disabled={busy || sending}
            aria-busy={sending}
            onClick={onClick}
          >
            <IconHistory size={28} stroke={1.5} aria-hidden />
            <span className={classes.wayTitle}>{t('backups.start.title')}</span>
            <span className={classes.wayText}>{t('backups.start.text')}</span>
          </button>
        )}
      </FileButton>
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
    </>
  );
}
