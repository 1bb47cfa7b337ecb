/** Step 5: what the import did, its report, and the way back. */
import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { currentLanguage } from '#renderer/lib/i18n.ts';
import { useRun } from '#renderer/lib/run.ts';
import { Counts } from './counts.tsx';
import { receiveFile } from '#renderer/lib/receive-file.ts';
import styles from './exchange.module.css';
import { emptyImport, useImport } from './import-store.ts';
import { ProblemsTable } from './problems-table.tsx';
import { StepFrame } from './step-frame.tsx';
import { type TakenBack, takeImportBack } from './take-import-back.ts';

export function ResultStep() {
  const { t } = useTranslation();
  const run = useRun();
  const [, navigate] = useLocation();
  const result = useImport((state) => state.result);
  const isCards = useImport((state) => state.isCards);
  const [busy, setBusy] = useState<'undo' | 'report' | null>(null);
  const [outcome, setOutcome] = useState<TakenBack | null>(null);
  if (!result) return null;
  const { action } = result;
  const leave = (to: string) => {
    emptyImport();
    navigate(to);
  };
  const takeBack = async (taken: string) => {
    setBusy('undo');
    setOutcome(await takeImportBack(taken));
    setBusy(null);
  };
  const saveReport = async () => {
    setBusy('report');
    const events = rpc.exchange.report({ run: result.run, language: currentLanguage() });
    await run(events.then((stream) => receiveFile(stream)));
    setBusy(null);
  };
  const goOn =
    result.created.clients > 0 || result.created.contacts === 0
      ? { label: t('exchange.result.openClients'), to: '/clients' }
      : { label: t('exchange.result.openContacts'), to: '/contacts' };
  return (
    <StepFrame
      title={action ? t('exchange.result.title') : t('exchange.result.nothingTitle')}
      hint={t(isCards ? 'exchange.cards.had' : 'exchange.result.rows', { count: result.rows })}
      next={{ label: goOn.label, act: () => leave(goOn.to) }}
    >
      <Counts result={result} />
      {!action && (
        <Text>{t(result.skipped > 0 ? 'exchange.plan.nothingNewBesides' : 'exchange.plan.nothingNew')}</Text>
      )}
      <div role="status">{outcome && <Text className={styles.outcome}>{outcome.sentence}</Text>}</div>
      <Group>
        {action && !outcome?.done && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={18} aria-hidden />}
            loading={busy === 'undo'}
            onClick={() => void takeBack(action)}
          >
            {t('exchange.home.takeBack')}
          </Button>
        )}
        {result.problems > 0 && (
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            loading={busy === 'report'}
            onClick={() => void saveReport()}
          >
            {t('exchange.result.report')}
          </Button>
        )}
        <Button variant="default" onClick={emptyImport}>
          {t('exchange.result.another')}
        </Button>
      </Group>
      {result.problems > 0 && (
        <>
          <Text c="dimmed">{t('exchange.result.reportHint', { count: result.problems })}</Text>
          <ProblemsTable entries={result.firstProblems} total={result.problems} />
        </>
      )}
    </StepFrame>
  );
}
