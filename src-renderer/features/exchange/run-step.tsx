/** Step 4: the run, with its phases, the rows done and the time that is left; cancelling leaves nothing behind. */
import { Button, Progress, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun } from '#renderer/lib/run.ts';
import styles from './exchange.module.css';
import { type RunProgress, useImport } from './import-store.ts';
import { cancelImport } from './run-import.ts';
import { StepFrame } from './step-frame.tsx';
import { secondsLeft } from './time-left.ts';

export function RunStep() {
  const { t } = useTranslation();
  const run = useRun();
  const progress = useImport((state) => state.progress);
  const isCards = useImport((state) => state.isCards);
  const [cancelling, setCancelling] = useState(false);
  const phase = progress ? t(`exchange.run.${progress.phase}`) : t('exchange.run.starting');
  const share = progress?.total ? Math.min(1, progress.done / progress.total) : null;
  const cancel = async () => {
    setCancelling(true);
    if ((await run(cancelImport())) === undefined) setCancelling(false);
  };
  return (
    <StepFrame title={t('exchange.run.title')} hint={t('exchange.run.hint')}>
      <div className={styles.progress}>
        <Text>{phase}</Text>
        <Progress.Root size="xl">
          <Progress.Section
            value={share === null ? 100 : share * 100}
            animated={share === null}
            aria-label={phase}
          />
        </Progress.Root>
        <div className={styles.progressLine}>
          <Text c="dimmed" className={styles.numbers}>
            {progress &&
              (progress.total === null
                ? t(isCards ? 'exchange.cards.count' : 'exchange.columns.rows', { count: progress.done })
                : t(isCards ? 'exchange.cards.countedOf' : 'exchange.plan.countedOf', {
                    done: progress.done,
                    total: progress.total,
                  }))}
          </Text>
          <Remaining progress={progress} />
        </div>
        <VisuallyHidden role="status">
          {share === null ? phase : `${phase}: ${Math.floor(share * 4) * 25} %`}
        </VisuallyHidden>
        <div>
          <Button
            variant="default"
            onClick={() => void cancel()}
            disabled={cancelling || progress?.phase === 'publishing'}
          >
            {cancelling ? t('exchange.run.cancelling') : t('exchange.run.cancel')}
          </Button>
        </div>
      </div>
    </StepFrame>
  );
}

function Remaining({ progress }: { progress: RunProgress | null }) {
  const { t } = useTranslation();
  const seconds = progress && secondsLeft(progress, Date.now());
  if (seconds === null) return null;
  return (
    <Text c="dimmed">
      {seconds < 90
        ? t('exchange.run.seconds', { count: Math.max(1, seconds) })
        : t('exchange.run.minutes', { count: Math.round(seconds / 60) })}
    </Text>
  );
}
