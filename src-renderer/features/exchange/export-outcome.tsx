/** How the export goes and how it ended, in a sentence. */
import { Button, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { desktop } from '#renderer/lib/desktop.ts';
import { Sentence } from '#renderer/ui/sentence.tsx';
import styles from './exchange.module.css';
import exportStyles from './export.module.css';
import { OpenFileButton } from './open-file-button.tsx';
import { cancelExport, useExport } from './run-export.ts';

export function ExportOutcome({
  error,
  empty,
  filtered,
}: {
  error: unknown;
  empty: boolean;
  filtered: boolean;
}) {
  const { t } = useTranslation();
  const current = useExport((state) => state.current);
  if (error) return <Sentence error={error} />;
  if (current.state === 'running') {
    return (
      <div className={exportStyles.exportProgress}>
        <Progress.Root size="lg">
          <Progress.Section
            value={current.total === 0 ? 0 : (current.done / current.total) * 100}
            aria-label={t('exchange.export.running')}
          />
        </Progress.Root>
        <div className={styles.progressLine}>
          <Text c="dimmed" size="sm" role="status" className={styles.numbers}>
            {t('exchange.export.running')}:{' '}
            {t('exchange.export.progress', { done: current.done, total: current.total })}
          </Text>
          <Button variant="subtle" size="compact-sm" onClick={cancelExport}>
            {t('exchange.export.cancel')}
          </Button>
        </div>
      </div>
    );
  }
  if (current.state === 'failed') return <Sentence error={current.sentence} />;
  return (
    <div role="status">
      {current.state === 'done' && (
        <>
          <Text>
            {t(current.what === 'contacts' ? 'exchange.export.doneContacts' : 'exchange.export.doneClients', {
              count: current.count,
              name: current.name,
            })}
          </Text>
          {desktop ? (
            <OpenFileButton name={current.name} file={current.file} />
          ) : (
            <Text c="dimmed" size="sm">
              {t('exchange.export.where')}
            </Text>
          )}
        </>
      )}
      {current.state === 'cancelled' && <Text>{t('exchange.export.cancelled')}</Text>}
      {current.state === 'idle' && empty && (
        <Text>{t(filtered ? 'exchange.export.nothingFiltered' : 'exchange.export.nothing')}</Text>
      )}
    </div>
  );
}
