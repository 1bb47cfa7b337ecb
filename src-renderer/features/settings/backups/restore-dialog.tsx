/** Before a restore: what the backup holds beside what is here now, its code where nothing opens it, then the work. */
import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { sentenceFor } from '#renderer/lib/run.ts';
import type { BackupPreview, BackupSource, RestorePhase } from '#shared/contract/backups.ts';
import { CodeField } from '../code-field.tsx';
import { countsText, isEmpty } from './backup-words.ts';
import { forgetUpload, restoreFrom } from './run-restore.ts';
import { Loading } from '#renderer/ui/loading.tsx';

interface RestoreDialogProps {
  source: BackupSource;
  /** The base is damaged: what is unsent in it is salvaged first. */
  damaged?: boolean;
  onClose(): void;
  onRestored(): void;
}

interface Work {
  phase: RestorePhase;
  part: number | null;
}

export function RestoreDialog({ source, damaged, onClose, onRestored }: RestoreDialogProps) {
  const { t } = useTranslation();
  const [preview, setPreview] = useState<BackupPreview>();
  const [trouble, setTrouble] = useState<string>();
  const [work, setWork] = useState<Work>();
  const [code, setCode] = useState('');

  useEffect(() => {
    let shown = true;
    rpc.backups.inspect({ source, code: null }).then(
      (found) => shown && setPreview(found),
      (error: unknown) => shown && setTrouble(sentenceFor(error)),
    );
    return () => {
      shown = false;
    };
  }, [source]);

  const close = () => {
    if (work) return;
    forgetUpload(source);
    onClose();
  };

  const asksCode = preview?.opens === false;
  const hasPresent = preview?.present && !isEmpty(preview.present.counts);

  async function restore(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTrouble(undefined);
    setWork({ phase: 'reading', part: null });
    try {
      await restoreFrom(source, preview?.opens ? null : code, (phase, part) => setWork({ phase, part }));
      onRestored();
    } catch (error) {
      setTrouble(sentenceFor(error));
      setWork(undefined);
    }
  }

  return (
    <Modal
      opened
      onClose={close}
      title={t('backups.restore.title')}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={(event) => void restore(event)}>
        <Stack gap="md">
          {!preview && !trouble && <Loading />}
          {preview && <Holds preview={preview} />}
          {hasPresent && preview?.otherBase && <Text fw={500}>{t('backups.restore.otherBase')}</Text>}
          {damaged && <Text>{t('backups.gate.damaged')}</Text>}
          {hasPresent && <Text>{t('backups.restore.keeps')}</Text>}
          {asksCode && !preview.code && <Text role="alert">{t('backups.restore.noCode')}</Text>}
          {asksCode && preview.code && !work && (
            <CodeField
              label={t('backups.restore.codeLabel')}
              description={t('backups.restore.code')}
              value={code}
              onChange={setCode}
            />
          )}
          {work && <Working work={work} />}
          {trouble && (
            <Text role="alert" c="var(--v-late)">
              {trouble}
            </Text>
          )}
          {!work && (
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('backups.restore.cancel')}
              </Button>
              {preview && (!asksCode || preview.code) && (
                <Button type="submit" disabled={asksCode && code.trim() === ''}>
                  {t('backups.restore.confirm')}
                </Button>
              )}
            </Group>
          )}
        </Stack>
      </form>
    </Modal>
  );
}

function Holds({ preview: { counts, createdAt, present } }: { preview: BackupPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = format.instant(createdAt);
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>{t(counts ? 'backups.restore.of' : 'backups.restore.asideOf', { when })}</Text>
        <Text>{counts ? countsText(counts, format) : t('backups.restore.unknown')}</Text>
      </div>
      {present && !isEmpty(present.counts) && (
        <div>
          <Text fw={600}>{t('backups.restore.present')}</Text>
          <Text>
            {countsText(present.counts, format)}
            {present.changedAt !== null &&
              ` – ${t('backups.restore.changed', { when: format.instant(present.changedAt) })}`}
          </Text>
        </div>
      )}
    </Stack>
  );
}

function Working({ work: { phase, part } }: { work: Work }) {
  const { t } = useTranslation();
  const said = t(`backups.restore.${phase}`);
  return (
    <Stack gap={4} aria-live="polite">
      <Text>{said}</Text>
      <Progress value={part === null ? 100 : part * 100} animated={part === null} aria-label={said} />
    </Stack>
  );
}
