/** Step 1: the file, chosen or dropped anywhere in the window; its way to the engine shows as a bar. */
import { Button, FileButton, Progress, Text, UnstyledButton } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IMPORT_LIMIT } from '#shared/contract/exchange.ts';
import { say } from '#renderer/lib/i18n.ts';
import styles from './exchange.module.css';
import importStyles from './import.module.css';
import { useImport } from './import-store.ts';
import { StepFrame } from './step-frame.tsx';
import { dropFile, takeFile } from './take-file.ts';
import { WindowDrop } from './window-drop.tsx';

const LIMIT_MB = IMPORT_LIMIT / 1024 / 1024;
/** Only what the file dialog offers first; what a file really is, the engine finds from its bytes. */
const OFFERED = '.csv,.txt,.tsv,.xlsx,.xlsm,.vcf,.vcard,text/csv,text/plain,text/vcard,text/x-vcard';

const INTERRUPTED = {
  open: 'exchange.file.interruptedOpen',
  running: 'exchange.file.interruptedRunning',
} as const;

export function FileStep() {
  const { t } = useTranslation();
  const trouble = useImport((state) => state.trouble);
  const sent = useImport((state) => state.sent);
  const interrupted = useImport((state) => state.interrupted);
  useEffect(() => () => useImport.setState({ interrupted: null }), []);

  const reset = useRef<() => void>(null);
  const choose = (file: File) => {
    // The same file, mended meanwhile, may be chosen again.
    reset.current?.();
    void takeFile(file);
  };
  const refuse = (reason: 'oneOnly' | 'notFile') =>
    useImport.setState({ trouble: t(`exchange.file.${reason}`) });
  return (
    <StepFrame
      title={t('exchange.file.title')}
      hint={t('exchange.file.hint', { limit: LIMIT_MB })}
      trouble={trouble ?? (interrupted && say(INTERRUPTED[interrupted]))}
    >
      <WindowDrop onFile={(file) => void takeFile(file)} onRefuse={refuse} />
      {sent === null ? (
        <>
          <FileButton accept={OFFERED} onChange={(file) => file && choose(file)} resetRef={reset}>
            {(props) => (
              <UnstyledButton {...props} className={importStyles.dropzone}>
                <IconFileSpreadsheet size={44} stroke={1.3} aria-hidden />
                <Text component="span" size="lg">
                  {t('exchange.file.drop')}
                </Text>
              </UnstyledButton>
            )}
          </FileButton>
          <Text c="dimmed">{t('exchange.file.understood')}</Text>
        </>
      ) : (
        <Sending sent={sent} />
      )}
    </StepFrame>
  );
}

function Sending({ sent }: { sent: number }) {
  const { t } = useTranslation();
  const file = useImport((state) => state.file);
  const whole = file?.size ?? 0;
  const percent = whole === 0 ? 0 : Math.floor((sent / whole) * 100);
  const examining = sent >= whole;
  const label = t('exchange.file.sending', { name: file?.name ?? '' });
  return (
    <div className={styles.progress}>
      <Text>{label}</Text>
      <Progress.Root size="lg">
        <Progress.Section value={percent} aria-label={label} animated={examining} />
      </Progress.Root>
      <Text c="dimmed" role="status" className={styles.numbers}>
        {examining ? t('exchange.file.examining') : t('exchange.file.sent', { percent })}
      </Text>
      <div>
        <Button variant="default" onClick={dropFile}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
